import type { CreateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { UserResponse } from '@baton/contracts/users/users.response';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useSession, useUser } from '../../../shared/access/use-session';
import { isApiError } from '../../../shared/api/api-error';
import { call } from '../../../shared/api/call';
import { newId } from '../../../shared/api/new-id';
import { FilePicker } from '../../../shared/files/file-picker';
import { useKeptUploads } from '../../../shared/files/use-kept-uploads';
import type { Uploads } from '../../../shared/files/use-uploads';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { words } from '../../../shared/text/words.texts';
import { Field } from '../../../shared/ui/field';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormField } from '../../../shared/ui/form-field';
import { RichTextEditor } from '../../../shared/ui/rich-text-editor';
import { SelectField } from '../../../shared/ui/select-field';
import { texts } from '../new-ticket.texts';
import { categoriesQuery } from '../tickets.queries';
import { readTicketDraft, useTicketDraft } from './use-ticket-draft';

const PersonSearch = lazy(() =>
  import('../../../shared/ui/person-search').then((module) => ({ default: module.PersonSearch })),
);

/** E.164 as people type it: with spaces, brackets and dashes. */
const dense = (number: string | null | undefined) => number?.replace(/[\s()./-]/g, '') || undefined;

interface SendOptions {
  draft: { values: CreateTicketDto; key: string };
  uploads: Uploads;
  person: UserResponse | null;
  onSent: (ticket: TicketResponse) => void;
}

function useTicketForm({ draft, uploads, person, onSent }: SendOptions) {
  // The same key on every try; a new one when the server has seen another ticket under it.
  const [key, setKey] = useState(draft.key);
  const send = async (values: CreateTicketDto) => {
    const attachmentIds = uploads.attachmentIds.length > 0 ? uploads.attachmentIds : undefined;
    const body = { ...values, onBehalfOfId: person?.id, attachmentIds };
    try {
      onSent(await call(ticketsEndpoints.create, { body, idempotencyKey: key }));
    } catch (error) {
      if (isApiError(error, 'idempotency.key_reused')) setKey(newId());
      throw error;
    }
  };
  const form = useDtoForm<CreateTicketDto>({
    dto: () => import('@baton/contracts/tickets/tickets.dto').then((module) => module.CreateTicketDto),
    initial: draft.values,
    messages: texts.invalid,
    submit: send,
  });
  const kept = useTicketDraft({ values: form.values, key });
  return { form, kept };
}

interface CircumstancesProps {
  form: ReturnType<typeof useTicketForm>['form'];
  person: UserResponse | null;
  onPerson: (person: UserResponse | null) => void;
}

/** What helps to find the right person; coordinators also say for whom, and how urgent it is. */
function Circumstances({ form, person, onPerson }: CircumstancesProps) {
  const { can } = useSession();
  const { data: categories } = useQuery(categoriesQuery);
  const works = can('ticket.createOnBehalf');
  const callback = form.field('callbackNumber');
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, gap: 2 }}>
      {works && (
        <Field label={texts.onBehalfOf} optional hint={texts.onBehalfOfHint}>
          {({ 'aria-invalid': _invalid, ...control }) => (
            <Suspense fallback={<Box sx={{ height: 40 }} />}>
              <PersonSearch {...control} value={person} onChoose={onPerson} />
            </Suspense>
          )}
        </Field>
      )}
      {works && (
        <SelectField
          label={texts.priority}
          value={form.values.priority ?? 'medium'}
          onChange={(priority) => form.set('priority', priority as Priority)}
          options={[...PRIORITIES].reverse().map((value) => ({ value, label: words.priority[value] }))}
        />
      )}
      <SelectField
        label={texts.category}
        value={form.values.categoryId ?? ''}
        onChange={(id) => form.set('categoryId', id)}
        emptyLabel={texts.anyCategory}
        options={(categories?.items ?? [])
          .filter(({ archived }) => !archived)
          .map(({ id, path }) => ({ value: id, label: path }))}
        error={form.errors.categoryId}
      />
      <FormField
        label={works ? texts.callbackFor : texts.callback}
        optional
        type="tel"
        autoComplete="tel"
        {...callback}
        onBlur={() => {
          form.set('callbackNumber', dense(form.values.callbackNumber) ?? '');
          callback.onBlur();
        }}
      />
    </Box>
  );
}

interface Props {
  /** What somebody typed on the way here. */
  subject: string | null;
  onSent: (ticket: TicketResponse) => void;
  onDiscard: () => void;
}

/** Asking for help: what it is about, what happens, and files. Kept until it is sent or thrown away. */
export function NewTicketForm({ subject, onSent, onDiscard }: Props) {
  const me = useUser();
  const [draft] = useState(() => readTicketDraft(me.id, subject));
  const [person, setPerson] = useState<UserResponse | null>(null);
  const uploads = useKeptUploads('new-ticket');
  const { form, kept } = useTicketForm({
    draft,
    uploads,
    person,
    onSent: (ticket) => {
      kept.forget();
      uploads.forget();
      onSent(ticket);
    },
  });
  const discard = () => {
    kept.forget();
    for (const { key } of uploads.uploads) uploads.remove(key);
    uploads.forget();
    onDiscard();
  };
  const hasDraft = form.values.subject !== '' || form.values.description !== '';
  return (
    <Box component="form" noValidate onSubmit={form.onSubmit} sx={{ display: 'grid', gap: 2.5 }}>
      {form.formError && <FormAlert>{formErrorText(form.formError)}</FormAlert>}
      <FormField label={texts.subject} autoFocus {...form.field('subject')} />
      <Circumstances form={form} person={person} onPerson={setPerson} />
      <Field label={texts.description} error={form.errors.description}>
        {(control) => (
          <RichTextEditor
            {...control}
            minHeight={112}
            maxHeight={420}
            initialHtml={draft.values.description}
            onChange={(html) => form.set('description', html)}
            onSubmit={() => void form.onSubmit()}
            onFiles={uploads.add}
            toolbarEnd={
              hasDraft && <Box sx={{ typography: 'caption', color: 'text.tertiary', pr: 1 }}>{texts.draftSaved}</Box>
            }
          />
        )}
      </Field>
      <FilePicker uploads={uploads} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Button type="submit" variant="contained" loading={form.submitting} disabled={uploads.isBusy}>
          {texts.send}
        </Button>
        {hasDraft && (
          <Button variant="text" color="inherit" onClick={discard}>
            {texts.discard}
          </Button>
        )}
        {uploads.isBusy && (
          <Box role="status" sx={{ ml: 'auto', typography: 'caption', color: 'text.tertiary' }}>
            {texts.uploading}
          </Box>
        )}
      </Box>
    </Box>
  );
}
