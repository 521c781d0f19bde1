import type { CreateMacroDto } from '@baton/contracts/macros/macros.dto';

export interface DemoMacro extends CreateMacroDto {
  /** Key of the person who keeps it. */
  by: string;
}

const shared = (by: string, name: string, body: string, more: Partial<CreateMacroDto> = {}): DemoMacro => ({
  by,
  name,
  scope: 'everyone',
  body,
  ...more,
});

const GREETING = '<p>Hello {{requester.firstName}},</p>';
const REGARDS = '<p>Kind regards<br />{{me.firstName}}, {{organization.name}}</p>';

/** Organization → the texts its desk writes again and again. */
export const DEMO_MACROS: Record<string, DemoMacro[]> = {
  acme: [
    shared(
      'ingrid',
      'Ask for details',
      `${GREETING}<p>Thank you for {{ticket.number}}. So that we can help quickly, please tell us:</p><ul><li>since when it happens</li><li>on which device</li><li>the exact message, or a picture of it</li></ul>${REGARDS}`,
      { actions: { status: 'waiting' } },
    ),
    shared(
      'ingrid',
      'Solved, please check',
      `${GREETING}<p>“{{ticket.subject}}” should be solved now. If it is not, just reply: the ticket opens again.</p>${REGARDS}`,
      { actions: { status: 'resolved' } },
    ),
    shared('ingrid', 'Take it and say so', `${GREETING}<p>I am on it and will be back today.</p>${REGARDS}`, {
      actions: { assignee: 'me', status: 'in_progress' },
    }),
    shared('ingrid', 'Waiting for the supplier', '<p>Ordered, the supplier has it. Next look in two days.</p>', {
      internal: true,
      actions: { addTags: ['supplier'] },
    }),
    {
      by: 'mateo',
      name: 'VPN: new certificate',
      scope: 'personal',
      body: `${GREETING}<p>Your certificate ran out. Open <strong>Company Portal</strong>, choose <em>Renew</em>, and restart the VPN.</p>${REGARDS}`,
      actions: { addTags: ['vpn'], status: 'waiting' },
    },
  ],
  globex: [
    shared('jonas', 'Ask for details', `${GREETING}<p>Could you send us a picture of what you see?</p>${REGARDS}`, {
      scope: 'personal',
      actions: { status: 'waiting' },
    }),
  ],
};
