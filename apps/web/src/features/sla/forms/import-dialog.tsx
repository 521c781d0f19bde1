import { LIMITS } from '@baton/contracts/http/limits';
import type { Holiday } from '@baton/domain/sla/calendar';
import FileUpload from '@mui/icons-material/FileUploadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, useId, useRef, useState } from 'react';
import { type ApiError, isApiError } from '../../../shared/api/api-error';
import { formErrorText, unknownFailure } from '../../../shared/forms/form-error';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormField } from '../../../shared/ui/form-field';
import { freshHolidays } from '../calendar-wish';
import { texts as all } from '../calendars.texts';
import { importHolidays } from '../sla-admin.queries';

const texts = all.ical;
const TWO_YEARS = 730;
const laterDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function whyUnreadable({ details }: ApiError): string {
  const why = texts.reasons[details.reason as keyof typeof texts.reasons] ?? texts.reasons.other;
  return texts.unreadable(why, typeof details.event === 'string' ? details.event : null);
}

const errorWords = (error: unknown): string => {
  if (!isApiError(error)) return unknownFailure;
  return error.code === 'ical.unreadable' ? whyUnreadable(error) : formErrorText(error);
};

interface Props {
  known: readonly Holiday[];
  timeZone: string;
  /** `2026-11-21` */
  today: string;
  onAdd: (fresh: Holiday[]) => void;
  onClose: () => void;
}

/** What the file holds, before any of it is taken. */
function Found({ read, fresh }: { read: readonly Holiday[]; fresh: readonly Holiday[] }) {
  return (
    <Box role="status">
      <Box sx={{ typography: 'subtitle2' }}>
        {read.length > 0 ? texts.found(read.length, fresh.length) : texts.none}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, maxHeight: 240, overflowY: 'auto' }}>
        {fresh.map(({ date, from, to, name }) => (
          <Box
            component="li"
            key={`${date}-${from ?? ''}-${to ?? ''}`}
            sx={{ display: 'flex', gap: 1.5, py: 0.5, fontVariantNumeric: 'tabular-nums' }}
          >
            <Box component="span" sx={{ color: 'text.secondary', flex: 'none' }}>
              {date}
            </Box>
            <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {name}
            </Box>
            {(from || to) && (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {all.holiday.between(from ?? all.holiday.dayStart, to ?? all.holiday.dayEnd)}
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

interface SourceProps {
  ical: string;
  range: { from: string; to: string };
  onIcal: (text: string) => void;
  onRange: (range: { from: string; to: string }) => void;
  onTooLarge: () => void;
}

function Source({ ical, range, onIcal, onRange, onTooLarge }: SourceProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    // The same file can be chosen again.
    target.value = '';
    if (!file) return;
    if (file.size > LIMITS.icalMax) onTooLarge();
    else onIcal(await file.text());
  };
  return (
    <>
      <Button startIcon={<FileUpload />} sx={{ justifySelf: 'start' }} onClick={() => input.current?.click()}>
        {texts.file}
      </Button>
      <input ref={input} type="file" accept=".ics,text/calendar" hidden onChange={choose} />
      <FormField
        label={texts.paste}
        multiline
        rows={5}
        value={ical}
        placeholder="BEGIN:VCALENDAR"
        inputProps={{ maxLength: LIMITS.icalMax, spellCheck: false }}
        onChange={(event) => onIcal(event.target.value)}
        sx={{ '& textarea': { p: 1.5, fontFamily: 'monospace', fontSize: 12 } }}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        {(['from', 'to'] as const).map((end) => (
          <FormField
            key={end}
            label={texts[end]}
            type="date"
            value={range[end]}
            onChange={(event) => onRange({ ...range, [end]: event.target.value })}
          />
        ))}
      </Box>
    </>
  );
}

/** Reads holidays from a file or a pasted text, shows them, and adds those that are not there yet. */
export function ImportDialog({ known, timeZone, today, onAdd, onClose }: Props) {
  const titleId = useId();
  const [ical, setIcal] = useState('');
  const [range, setRange] = useState({ from: today, to: laterDate(today, TWO_YEARS) });
  const [tooLarge, setTooLarge] = useState(false);
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: () => importHolidays({ ical, timeZone, ...range }),
  });
  const fresh = data && freshHolidays(known, data);
  const change = (work: () => void) => {
    setTooLarge(false);
    reset();
    work();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{texts.title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <Box sx={{ color: 'text.secondary' }}>{texts.text}</Box>
        {tooLarge && <FormAlert>{texts.tooLarge}</FormAlert>}
        {error && <FormAlert>{errorWords(error)}</FormAlert>}
        {data && fresh ? (
          <Found read={data} fresh={fresh} />
        ) : (
          <Source
            ical={ical}
            range={range}
            onIcal={(text) => change(() => setIcal(text))}
            onRange={(next) => change(() => setRange(next))}
            onTooLarge={() => change(() => setTooLarge(true))}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="text" color="inherit" onClick={onClose}>
          {texts.cancel}
        </Button>
        {fresh && <Button onClick={reset}>{texts.other}</Button>}
        {fresh ? (
          <Button variant="contained" disabled={fresh.length === 0} onClick={() => onAdd(fresh)}>
            {texts.add(fresh.length)}
          </Button>
        ) : (
          <Button variant="contained" loading={isPending} disabled={ical.trim() === ''} onClick={() => mutate()}>
            {texts.read}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
