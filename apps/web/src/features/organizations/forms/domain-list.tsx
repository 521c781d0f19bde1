import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { FormField } from '../../../shared/ui/form-field';
import { normalizeDomain } from '../normalize-domain';
import { texts } from '../organizations.texts';

interface Props {
  domains: readonly string[];
  error?: string;
  onChange: (domains: string[]) => void;
}

/** Domains as chips, and a field that makes one more. */
export function DomainList({ domains, error, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [invalid, setInvalid] = useState(false);
  const add = () => {
    const domain = normalizeDomain(typed);
    setInvalid(domain === null);
    if (domain === null) return;
    onChange([...domains.filter((each) => each !== domain), domain]);
    setTyped('');
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Box sx={{ flex: 1 }}>
          <FormField
            label={texts.domains}
            hint={texts.domainsHint}
            error={invalid ? texts.domainInvalid : error}
            value={typed}
            placeholder={texts.domainPlaceholder}
            autoCapitalize="none"
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.target.value);
              setInvalid(false);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter adds the domain; the form is sent by its button.
              event.preventDefault();
              add();
            }}
          />
        </Box>
        <Button variant="tonal" onClick={add} disabled={typed.trim() === ''} sx={{ mt: '26px', minHeight: 40 }}>
          {texts.addDomain}
        </Button>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {domains.map((domain) => (
          <Box
            component="li"
            key={domain}
            sx={{
              display: 'flex',
              alignItems: 'center',
              pl: 1.25,
              borderRadius: '8px',
              bgcolor: 'surface.neutral',
              typography: 'subtitle2',
            }}
          >
            {domain}
            <IconButton
              size="small"
              aria-label={texts.removeDomain(domain)}
              onClick={() => onChange(domains.filter((each) => each !== domain))}
            >
              <Close sx={{ fontSize: 16 }} />
            </IconButton>
          </Box>
        ))}
        {domains.length === 0 && (
          <Box component="li" sx={{ typography: 'caption', color: 'text.tertiary' }}>
            {texts.noDomains}
          </Box>
        )}
      </Box>
    </Box>
  );
}
