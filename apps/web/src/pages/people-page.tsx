import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { TeamsView } from '../features/teams/components/teams-view';
import { teamsList } from '../features/teams/teams.queries';
import { PeopleView } from '../features/users/components/people-view';
import { usersList } from '../features/users/users.queries';
import { PillTabs } from '../shared/ui/pill-tabs';
import { texts } from './people.texts';

const PATH = '/admin/people';

/** Who can be in a team. */
const candidates = usersList({ role: ['coordinator', 'admin'], status: ['approved'], limit: 100 });

function Teams({ tabs }: { tabs: ReactNode }) {
  const { data } = useInfiniteQuery(candidates);
  return (
    <TeamsView
      title={texts.title}
      text={texts.text}
      tabs={tabs}
      candidates={data?.pages.flatMap(({ items }) => items) ?? []}
    />
  );
}

function People({ tabs }: { tabs: ReactNode }) {
  const { data: teams = [] } = useQuery(teamsList);
  return <PeopleView title={texts.title} text={texts.text} tabs={tabs} teams={teams} />;
}

export function PeoplePage() {
  const [search] = useSearchParams();
  const showsTeams = search.get('view') === 'teams';
  const tabs = (
    <PillTabs
      label={texts.views}
      tabs={[
        { to: PATH, label: texts.people, active: !showsTeams },
        { to: `${PATH}?view=teams`, label: texts.teams, active: showsTeams },
      ]}
    />
  );
  return showsTeams ? <Teams tabs={tabs} /> : <People tabs={tabs} />;
}
