import { ACCOUNT_STATUSES } from '@baton/domain/accounts/account-status';
import { ROLES } from '@baton/domain/permissions/roles';
import Search from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useEffect, useEffectEvent, useState } from 'react';
import { words } from '../../../shared/text/words.texts';
import { texts } from '../users.texts';

const PAUSE_MS = 250;

export interface PeopleFilter {
  q: string;
  role: string;
  status: string;
}

interface Props {
  filter: PeopleFilter;
  onChange: (change: Partial<PeopleFilter>) => void;
}

function Choice({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string;
  any: string;
  value: string;
  options: readonly [string, string][];
  onChange: (value: string) => void;
}) {
  return (
    <NativeSelect
      value={value}
      onChange={(event) => onChange(event.target.value)}
      input={<OutlinedInput />}
      inputProps={{ 'aria-label': label }}
      sx={{ flex: { xs: 1, sm: 'none' } }}
    >
      <option value="">{any}</option>
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}

/** Search and filters; the address keeps them. Typing is sent after a short pause. */
export function PeopleFilters({ filter, onChange }: Props) {
  const [typed, setTyped] = useState(filter.q);
  const send = useEffectEvent((q: string) => {
    if (q !== filter.q) onChange({ q });
  });
  useEffect(() => {
    const timer = setTimeout(() => send(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => setTyped(filter.q), [filter.q]);
  const { people } = texts;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
      <OutlinedInput
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={people.search}
        inputProps={{ 'aria-label': people.searchLabel }}
        startAdornment={<Search sx={{ mr: -0.5, color: 'text.tertiary' }} />}
        sx={{ flex: '1 1 240px', maxWidth: { sm: 360 } }}
      />
      <Choice
        label={people.role}
        any={people.anyRole}
        value={filter.role}
        options={ROLES.map((role) => [role, words.role[role]])}
        onChange={(role) => onChange({ role })}
      />
      <Choice
        label={people.status}
        any={people.anyStatus}
        value={filter.status}
        options={ACCOUNT_STATUSES.map((status) => [status, words.account[status]])}
        onChange={(status) => onChange({ status })}
      />
    </Box>
  );
}
