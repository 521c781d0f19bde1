import { ACCOUNT_STATUSES } from '@baton/domain/accounts/account-status';
import { ROLES } from '@baton/domain/permissions/roles';
import Box from '@mui/material/Box';
import { words } from '../../../shared/text/words.texts';
import { ChoiceButton } from '../../../shared/ui/choice-button';
import { SearchField } from '../../../shared/ui/search-field';
import { texts } from '../users.texts';

export interface PeopleFilter {
  q: string;
  role: string;
  status: string;
}

interface Props {
  filter: PeopleFilter;
  onChange: (change: Partial<PeopleFilter>) => void;
}

/** Search and filters; the address keeps them. */
export function PeopleFilters({ filter, onChange }: Props) {
  const { people } = texts;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
      <SearchField
        value={filter.q}
        onSearch={(q) => onChange({ q })}
        label={people.searchLabel}
        placeholder={people.search}
        sx={{ flex: { xs: '1 1 100%', sm: '1 1 240px' }, maxWidth: { sm: 320 } }}
      />
      <ChoiceButton
        label={people.role}
        any={people.anyRole}
        value={filter.role}
        options={ROLES.map((role) => ({ value: role, label: words.role[role] }))}
        onChange={(role) => onChange({ role })}
      />
      <ChoiceButton
        label={people.status}
        any={people.anyStatus}
        value={filter.status}
        options={ACCOUNT_STATUSES.map((status) => ({ value: status, label: words.account[status] }))}
        onChange={(status) => onChange({ status })}
      />
    </Box>
  );
}
