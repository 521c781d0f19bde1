import ChevronRight from '@mui/icons-material/ChevronRightOutlined';
import Corporate from '@mui/icons-material/CorporateFareOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { isApiError } from '../../../shared/api/api-error';
import { formErrorText } from '../../../shared/forms/form-error';
import { FormAlert } from '../../../shared/ui/form-alert';
import { texts } from '../auth.texts';
import { SIGN_IN_ERRORS } from '../auth-errors';
import type { OrganizationChoice } from '../organization-choices';
import { AuthLayout } from './auth-layout';

interface Props {
  choices: OrganizationChoice[];
  onChoose: (slug: string) => Promise<void>;
  onBack: () => void;
}

export function OrganizationChooser({ choices, onChoose, onBack }: Props) {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const choose = async (slug: string) => {
    setBusy(slug);
    setError(null);
    try {
      await onChoose(slug);
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(formErrorText(problem, SIGN_IN_ERRORS));
    } finally {
      setBusy(null);
    }
  };
  return (
    <AuthLayout title={texts.signIn.chooseTitle} text={texts.signIn.chooseText}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        {error && <FormAlert>{error}</FormAlert>}
        {choices.map(({ slug, name }) => (
          <Button
            key={slug}
            size="large"
            fullWidth
            loading={busy === slug}
            disabled={busy !== null}
            startIcon={<Corporate />}
            endIcon={<ChevronRight />}
            onClick={() => void choose(slug)}
            sx={{ justifyContent: 'flex-start', '& .MuiButton-endIcon': { ml: 'auto' } }}
          >
            {name}
          </Button>
        ))}
        <Button variant="text" color="inherit" onClick={onBack} sx={{ alignSelf: 'flex-start' }}>
          {texts.signIn.chooseBack}
        </Button>
      </Box>
    </AuthLayout>
  );
}
