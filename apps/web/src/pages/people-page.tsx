import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { skillsQuery } from '../features/skills/skills.queries';
import { TeamsView } from '../features/teams/components/teams-view';
import { teamsList } from '../features/teams/teams.queries';
import { PeopleView } from '../features/users/components/people-view';
import { usersList } from '../features/users/users.queries';
import { PillTabs } from '../shared/ui/pill-tabs';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { texts } from './people.texts';

const WorkView = lazy(() =>
  import('../features/work-profiles/components/work-view').then((module) => ({ default: module.WorkView })),
);
const WorkEditor = lazy(() =>
  import('../features/work-profiles/components/work-editor').then((module) => ({ default: module.WorkEditor })),
);
const SkillsView = lazy(() =>
  import('../features/skills/components/skills-view').then((module) => ({ default: module.SkillsView })),
);

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

function Work({ tabs }: { tabs: ReactNode }) {
  const { data: teams = [] } = useQuery(teamsList);
  const { data: skills = [] } = useQuery(skillsQuery);
  return <WorkView title={texts.title} text={texts.text} tabs={tabs} teams={teams} skills={skills} />;
}

function Skills({ tabs }: { tabs: ReactNode }) {
  return <SkillsView title={texts.title} text={texts.text} tabs={tabs} />;
}

function WorkOfOne({ userId }: { userId: string }) {
  const { data: skills = [] } = useQuery(skillsQuery);
  return <WorkEditor userId={userId} skills={skills} />;
}

const VIEWS = [
  { view: '', label: texts.people, View: People },
  { view: 'work', label: texts.work, View: Work },
  { view: 'teams', label: texts.teams, View: Teams },
  { view: 'skills', label: texts.skills, View: Skills },
];

function Views() {
  const [search] = useSearchParams();
  const open = VIEWS.find(({ view }) => view === (search.get('view') ?? '')) ?? VIEWS[0]!;
  const tabs = (
    <PillTabs
      label={texts.views}
      tabs={VIEWS.map(({ view, label }) => ({
        to: view ? `${PATH}?view=${view}` : PATH,
        label,
        active: view === open.view,
      }))}
    />
  );
  return <open.View tabs={tabs} />;
}

/** The views of everybody, or below it the work of one person. */
export function PeoplePage() {
  const { id } = useParams();
  return (
    <Suspense fallback={<SkeletonRows rows={6} height={72} />}>
      {id ? <WorkOfOne key={id} userId={id} /> : <Views />}
    </Suspense>
  );
}
