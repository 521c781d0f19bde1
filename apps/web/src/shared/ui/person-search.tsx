import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import type { UserResponse } from '@baton/contracts/users/users.response';
import type { Role } from '@baton/domain/permissions/roles';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { call } from '../api/call';
import { texts } from './kit.texts';
import { PersonAvatar } from './person-avatar';

export interface PersonSearchProps {
  /** Whom to offer; everybody when absent. */
  roles?: Role[];
  /** Already there, so not offered. */
  without?: readonly string[];
  value?: UserResponse | null;
  onChoose: (person: UserResponse | null) => void;
  id?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  autoFocus?: boolean;
}

const MOST = 20;

function usePeople(q: string, roles: Role[] | undefined) {
  return useQuery({
    queryKey: ['users', 'search', q, roles],
    queryFn: () =>
      call(usersEndpoints.list, { query: { q: q || undefined, role: roles, status: ['approved'], limit: MOST } }),
    placeholderData: keepPreviousData,
  });
}

/** Finds a person by name, e-mail or employee number. Load it lazily. */
export function PersonSearch({ roles, without = [], value, onChoose, autoFocus, id, ...named }: PersonSearchProps) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = usePeople(q === value?.name ? '' : q, roles);
  return (
    <Autocomplete
      id={id}
      value={value ?? null}
      options={(data?.items ?? []).filter((person) => !without.includes(person.id))}
      // The server has searched; it knows more than the name.
      filterOptions={(options) => options}
      getOptionLabel={(person) => person.name}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      loading={isFetching}
      loadingText={texts.loading}
      noOptionsText={texts.nobodyFound}
      openOnFocus
      // Inside the landmark it belongs to.
      disablePortal
      autoHighlight
      onInputChange={(_event, text) => setTyped(text)}
      onChange={(_event, person) => onChoose(person)}
      renderOption={({ key, ...option }, person) => (
        <Box component="li" key={person.id} {...option} sx={{ gap: 1.25 }}>
          <PersonAvatar person={person} size={24} />
          <Box sx={{ minWidth: 0 }}>
            <Box sx={{ typography: 'subtitle2' }}>{person.name}</Box>
            <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{person.email}</Box>
          </Box>
        </Box>
      )}
      renderInput={({ slotProps, ...input }) => (
        <OutlinedInput
          ref={slotProps.input.ref}
          className={slotProps.input.className}
          onMouseDown={slotProps.input.onMouseDown}
          fullWidth
          autoFocus={autoFocus}
          placeholder={texts.findPerson}
          endAdornment={slotProps.input.endAdornment}
          inputProps={{ ...slotProps.htmlInput, ...named }}
          id={input.id}
          disabled={input.disabled}
          // The autocomplete's own paddings would make it higher than the fields beside it.
          sx={{
            '&.MuiOutlinedInput-root': { p: 0, pr: 4.5 },
            '& .MuiAutocomplete-input.MuiAutocomplete-input': { p: '9px 12px' },
          }}
        />
      )}
    />
  );
}
