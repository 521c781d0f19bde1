import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { foundTickets } from '../relations.queries';
import { texts } from '../relations.texts';

interface Props {
  /** Not offered. */
  without: string;
  value: TicketSummaryResponse | null;
  onChoose: (ticket: TicketSummaryResponse | null) => void;
  id?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
}

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Finds a ticket by its number or by words. */
export function TicketSearch({ without, value, onChoose, id, ...named }: Props) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const nameOf = ({ number, subject }: TicketSummaryResponse) => `${number} · ${subject}`;
  const { data, isFetching } = useQuery(foundTickets(value && q === nameOf(value) ? value.number : q));
  return (
    <Autocomplete
      id={id}
      value={value}
      options={(data?.items ?? []).filter((ticket) => ticket.id !== without)}
      // The server has searched; it knows more than the name.
      filterOptions={(options) => options}
      getOptionLabel={nameOf}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      loading={isFetching}
      loadingText={texts.searching}
      noOptionsText={texts.none}
      openOnFocus
      // Inside the dialog it belongs to.
      disablePortal
      // Not cut off by a dialog that is lower than the list.
      slotProps={{ popper: { popperOptions: { strategy: 'fixed' } } }}
      autoHighlight
      onInputChange={(_event, text) => setTyped(text)}
      onChange={(_event, ticket) => onChoose(ticket)}
      renderOption={({ key: _key, ...option }, ticket) => (
        <Box component="li" key={ticket.id} {...option} sx={{ gap: 1.25 }}>
          <StatusIcon status={ticket.status} />
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ typography: 'subtitle2', ...ellipsis }}>{ticket.subject}</Box>
            <Box sx={{ typography: 'caption', color: 'text.tertiary', ...ellipsis }}>
              {ticket.number} · {ticket.requester.name}
            </Box>
          </Box>
        </Box>
      )}
      renderInput={({ slotProps, ...input }) => (
        <OutlinedInput
          ref={slotProps.input.ref}
          className={slotProps.input.className}
          onMouseDown={slotProps.input.onMouseDown}
          fullWidth
          autoFocus
          placeholder={texts.find}
          endAdornment={slotProps.input.endAdornment}
          inputProps={{ ...slotProps.htmlInput, ...named }}
          id={input.id}
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
