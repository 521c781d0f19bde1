import type { MacroActionsDto } from '@baton/contracts/macros/macros.dto';
import { fillMacro, firstNameOf } from '@baton/domain/macros/macro-variables';
import Box from '@mui/material/Box';
import { useUser } from '../../../shared/access/use-session';
import { MacroPreview } from '../components/macro-preview';
import { type MacroChoices, namesOf } from '../macro-choices';
import { texts } from '../macros.texts';

interface Props {
  body: string;
  internal: boolean;
  actions: MacroActionsDto;
  choices: MacroChoices;
}

/** How it would read on a ticket like many. */
export function SamplePreview({ body, internal, actions, choices }: Props) {
  const me = useUser();
  const { requester, number, subject } = texts.sample;
  const filled = fillMacro(body, {
    'requester.firstName': firstNameOf(requester),
    'requester.name': requester,
    'ticket.number': `${me.organizationSlug.toUpperCase()}-${number}`,
    'ticket.subject': subject,
    'me.firstName': firstNameOf(me.name),
    'me.name': me.name,
    'organization.name': me.organizationName,
  });
  return (
    <Box
      component="section"
      aria-label={texts.preview}
      sx={{
        position: 'sticky',
        top: 0,
        p: 2,
        borderRadius: '12px',
        bgcolor: internal ? 'note.soft' : 'surface.sunken',
      }}
    >
      <Box
        component="h3"
        sx={{ typography: 'subtitle2', m: 0, mb: 1, color: internal ? 'note.text' : 'text.secondary' }}
      >
        {texts.preview}
      </Box>
      <MacroPreview body={filled} internal={internal} changes={actions} names={namesOf(choices)} />
    </Box>
  );
}
