import type { UpdateMeDto } from '@baton/contracts/users/users.dto';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useUser } from '../../../shared/access/use-session';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { formatClock } from '../../../shared/time/format-time';
import { timeZones } from '../../../shared/time/time-zones';
import { useNow } from '../../../shared/time/use-now';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormField } from '../../../shared/ui/form-field';
import { SelectField } from '../../../shared/ui/select-field';
import { SettingsSection } from '../../../shared/ui/settings-section';
import { useToast } from '../../../shared/ui/toast';
import { saveProfile } from '../profile.queries';
import { texts } from '../profile.texts';

/** Name, phone and zone. Typed things are sent by the button. */
export function DetailsForm() {
  const user = useUser();
  const toast = useToast();
  const now = useNow();
  const initial = { name: user.name, phone: user.phone ?? '', timeZone: user.timeZone };
  const form = useDtoForm<UpdateMeDto>({
    dto: () => import('@baton/contracts/users/users.dto').then((module) => module.UpdateMeDto),
    initial,
    messages: { name: texts.nameMissing, phone: texts.phoneInvalid },
    submit: async ({ name = '', phone = null, timeZone }) => {
      await saveProfile({ name, phone, timeZone });
      toast(texts.saved);
    },
  });
  const zone = form.values.timeZone ?? user.timeZone;
  const isChanged = JSON.stringify(form.values) !== JSON.stringify(initial);
  return (
    <Box component="form" noValidate onSubmit={form.onSubmit}>
      <SettingsSection
        title={texts.details}
        text={texts.detailsText}
        action={
          <>
            <Button type="submit" variant="contained" loading={form.submitting} disabled={!isChanged}>
              {texts.save}
            </Button>
            {isChanged && <Box sx={{ color: 'text.secondary' }}>{texts.unsaved}</Box>}
          </>
        }
      >
        {form.formError && <FormAlert>{formErrorText(form.formError)}</FormAlert>}
        <FormField label={texts.name} autoComplete="name" {...form.field('name')} />
        <FormField
          label={texts.email}
          hint={texts.emailHint}
          value={user.email}
          readOnly
          sx={{ bgcolor: 'surface.sunken' }}
        />
        <FormField
          label={texts.phone}
          optional
          hint={texts.phoneHint}
          type="tel"
          autoComplete="tel"
          {...form.field('phone')}
        />
        <SelectField
          label={texts.timeZone}
          hint={texts.timeZoneNow(formatClock(now, now, zone))}
          options={timeZones(user.timeZone).map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
          value={zone}
          error={form.errors.timeZone}
          onChange={(timeZone) => form.set('timeZone', timeZone)}
        />
      </SettingsSection>
    </Box>
  );
}
