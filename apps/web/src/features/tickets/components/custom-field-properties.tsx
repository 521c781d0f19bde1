import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { FIELD_TEXT_MAX, type FieldKind, type FieldValue } from '@baton/domain/custom-fields/custom-field';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { formatDay } from '../../../shared/time/format-time';
import { customFieldsQuery } from '../tickets.queries';
import { texts } from '../tickets.texts';
import { ChoiceProperty, Property, Value } from './property';

const NONE = '';

const INPUTS: Record<Exclude<FieldKind, 'choice'>, object> = {
  text: { type: 'text', maxLength: FIELD_TEXT_MAX },
  number: { type: 'number', step: 'any' },
  date: { type: 'date' },
};

/** Dates are days of the calendar, the same everywhere. */
const inWords = (kind: FieldKind, value: FieldValue | undefined): string => {
  if (value === undefined) return texts.nothing;
  if (kind === 'date') return formatDay(new Date(`${value}T00:00:00Z`), new Date(), 'UTC');
  return String(value);
};

interface FieldProps {
  field: CustomFieldResponse;
  value: FieldValue | undefined;
  editable: boolean;
  onChange: (value: FieldValue | null) => void;
}

function ValueForm({ field, value, onChange, onClose }: Omit<FieldProps, 'editable'> & { onClose: () => void }) {
  const [typed, setTyped] = useState(String(value ?? ''));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    const next = text === '' ? null : field.kind === 'number' ? Number(text) : text;
    if (next !== (value ?? null)) onChange(next);
    onClose();
  };
  return (
    <Box component="form" onSubmit={save} sx={{ flex: 1, minWidth: 0 }}>
      <Box
        component="input"
        {...INPUTS[field.kind as keyof typeof INPUTS]}
        autoFocus
        value={typed}
        aria-label={field.name}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        onBlur={save}
        sx={{
          width: 1,
          height: 32,
          px: 1,
          border: '1px solid',
          borderColor: 'outline.control',
          borderRadius: '8px',
          bgcolor: 'background.paper',
          color: 'text.primary',
          font: 'inherit',
        }}
      />
    </Box>
  );
}

function TypedProperty(props: FieldProps) {
  const { field, value, editable } = props;
  const [editing, setEditing] = useState(false);
  const shown = inWords(field.kind, value);
  const words = <Value faint={value === undefined}>{shown}</Value>;
  if (editing) {
    return (
      <Property label={field.name}>
        <ValueForm {...props} onClose={() => setEditing(false)} />
      </Property>
    );
  }
  return (
    <Property label={field.name}>
      {editable ? (
        <ButtonBase
          aria-label={texts.change(field.name, shown)}
          onClick={() => setEditing(true)}
          sx={{
            justifyContent: 'flex-start',
            minWidth: 40,
            minHeight: 32,
            px: 1,
            mx: -1,
            borderRadius: '8px',
            textAlign: 'left',
            '@media (pointer: coarse)': { minWidth: 44, minHeight: 44 },
            '&:hover': { bgcolor: 'surface.neutral' },
          }}
        >
          {words}
        </ButtonBase>
      ) : (
        words
      )}
    </Property>
  );
}

function ChosenProperty({ field, value, editable, onChange }: FieldProps) {
  const shown = inWords('choice', value);
  const words = <Value faint={value === undefined}>{shown}</Value>;
  if (!editable) return <Property label={field.name}>{words}</Property>;
  return (
    <ChoiceProperty
      label={field.name}
      shown={shown}
      value={String(value ?? NONE)}
      options={[
        ...field.options.map((option) => ({ value: option, label: option })),
        { value: NONE, label: texts.none, apart: true },
      ]}
      onChoose={(option) => onChange(option === NONE ? null : option)}
    >
      {words}
    </ChoiceProperty>
  );
}

interface Props {
  ticket: TicketResponse;
  onEdit: (patch: UpdateTicketDto) => void;
}

/** The organization's own fields. An archived one stays where it holds something. */
export function CustomFieldProperties({ ticket, onEdit }: Props) {
  const { data } = useQuery(customFieldsQuery);
  const { customFields, can } = ticket;
  const fields = (data?.items ?? []).filter(({ id, archived }) => !archived || customFields[id] !== undefined);
  return fields.map((field) => {
    const Kind = field.kind === 'choice' ? ChosenProperty : TypedProperty;
    return (
      <Kind
        key={field.id}
        field={field}
        value={customFields[field.id]}
        editable={can.triage && !field.archived}
        onChange={(value) => onEdit({ customFields: { [field.id]: value } })}
      />
    );
  });
}
