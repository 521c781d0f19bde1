import type { UpdateOrganizationDto } from '@baton/contracts/organizations/organizations.dto';
import type { OrganizationResponse } from '@baton/contracts/organizations/organizations.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormField } from '../../../shared/ui/form-field';
import { SettingsSection } from '../../../shared/ui/settings-section';
import { useToast } from '../../../shared/ui/toast';
import { useSaveOrganization } from '../organizations.queries';
import { texts } from '../organizations.texts';
import { DomainList } from './domain-list';

/** A value that is told, not changed. */
function Fact({ label, value, hint }: { label: string; value: string; hint?: string }) {
  return (
    <div>
      <Box sx={{ typography: 'subtitle2' }}>{label}</Box>
      <Box sx={{ mt: 0.25 }}>{value}</Box>
      {hint && <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{hint}</Box>}
    </div>
  );
}

const editable = ({ name, emailDomains, reopenWindowDays }: OrganizationResponse): UpdateOrganizationDto => ({
  name,
  emailDomains,
  reopenWindowDays,
});

export function OrganizationForm({ organization }: { organization: OrganizationResponse }) {
  const save = useSaveOrganization();
  const toast = useToast();
  const form = useDtoForm<UpdateOrganizationDto>({
    dto: () =>
      import('@baton/contracts/organizations/organizations.dto').then((module) => module.UpdateOrganizationDto),
    initial: editable(organization),
    messages: { name: texts.nameMissing, emailDomains: texts.domainInvalid, reopenWindowDays: texts.windowInvalid },
    submit: async (values) => {
      await save({ ...values, name: values.name ?? '' });
      toast(texts.saved);
    },
  });
  const isChanged = JSON.stringify(form.values) !== JSON.stringify(editable(organization));
  const days = form.values.reopenWindowDays;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <SettingsSection title={texts.general}>
        <FormField label={texts.name} autoComplete="organization" {...form.field('name')} />
        <Fact label={texts.slug} value={organization.slug} hint={texts.slugHint} />
        <Fact label={texts.prefix} value={`${organization.ticketPrefix}-`} />
      </SettingsSection>
      <SettingsSection title={texts.registration}>
        <DomainList
          domains={form.values.emailDomains ?? []}
          error={form.errors.emailDomains}
          onChange={(domains) => form.set('emailDomains', domains)}
        />
      </SettingsSection>
      <SettingsSection title={texts.tickets}>
        <FormField
          label={texts.window}
          hint={texts.windowHint}
          type="number"
          inputProps={{ min: 1, max: 365, inputMode: 'numeric' }}
          sx={{ maxWidth: 120 }}
          {...form.field('reopenWindowDays')}
          value={days === undefined || Number.isNaN(days) ? '' : days}
          onChange={(event) =>
            form.set('reopenWindowDays', event.target.value === '' ? Number.NaN : Number(event.target.value))
          }
        />
      </SettingsSection>
      {form.formError && (
        <Box sx={{ mb: 2 }}>
          <FormAlert>{formErrorText(form.formError)}</FormAlert>
        </Box>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <Button type="submit" variant="contained" loading={form.submitting} disabled={!isChanged}>
          {texts.save}
        </Button>
        {isChanged && <Box sx={{ color: 'text.secondary' }}>{texts.unsaved}</Box>}
      </Box>
    </form>
  );
}
