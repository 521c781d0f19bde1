import type { PolicyResponse } from '@baton/contracts/sla/sla.response';
import ArrowDown from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUp from '@mui/icons-material/ArrowUpwardOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import DragIndicator from '@mui/icons-material/DragIndicatorOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import type { DOMAttributes } from 'react';
import { words } from '../../../shared/text/words.texts';
import { writeLength } from '../../../shared/time/length';
import { Link as RouterLink } from '../../../shared/ui/link';
import { MenuButton } from '../../../shared/ui/menu-button';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { Toggle } from '../../../shared/ui/toggle';
import { texts } from '../policies.texts';
import { conditionWords, type PolicyChoices } from '../policy-choices';
import { METRICS, targetRange } from '../policy-wish';

export type PolicyAction = 'edit' | 'up' | 'down' | 'remove';

interface Props {
  policy: PolicyResponse;
  /** From 1. */
  place: number;
  of: number;
  choices: PolicyChoices;
  /** The name of the policy above that leaves it no ticket. */
  shadow?: string;
  dragged: boolean;
  handle: DOMAttributes<HTMLElement>;
  onAction: (action: PolicyAction) => void;
  onEnable: (enabled: boolean) => void;
}

function promisesOf({ targets, calendar }: PolicyResponse): string {
  const each = METRICS.flatMap((metric) => {
    const range = targetRange(targets, metric);
    return range ? texts.promises(words.metric[metric], writeLength(range[0]), writeLength(range[1])) : [];
  });
  return [...each, texts.byCalendar(calendar.name)].join(' · ');
}

const optionsFor = ({ place, of }: Props) => [
  { value: 'edit', label: texts.edit, icon: <Edit /> },
  ...(place === 1 ? [] : [{ value: 'up', label: texts.up, icon: <ArrowUp /> }]),
  ...(place === of ? [] : [{ value: 'down', label: texts.down, icon: <ArrowDown /> }]),
  { value: 'remove', label: texts.remove, icon: <Delete />, danger: true, apart: true },
];

function About({ policy, choices, shadow }: Pick<Props, 'policy' | 'choices' | 'shadow'>) {
  return (
    <Box sx={{ flex: 1, minWidth: 0, opacity: policy.enabled ? 1 : 0.75 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Link
          component={RouterLink}
          to={`/admin/policies/${policy.id}`}
          sx={{ typography: 'h6', color: 'text.primary', overflowWrap: 'anywhere' }}
        >
          {policy.name}
        </Link>
        {!policy.enabled && <SoftChip small label={texts.off} />}
        {policy.enabled && shadow && <SoftChip small tone="warning" label={texts.unreachable(shadow)} />}
      </Box>
      <Box sx={{ mt: 0.25, overflowWrap: 'anywhere' }}>{conditionWords(policy.conditions, choices)}</Box>
      <Box sx={{ mt: 0.25, typography: 'caption', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {promisesOf(policy)}
      </Box>
    </Box>
  );
}

/** One policy in its place: whom it covers and what it promises, in words. */
export function PolicyRow(props: Props) {
  const { policy, place, dragged, handle, onAction, onEnable } = props;
  return (
    <Box
      component="li"
      data-row={policy.id}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 0.5, md: 1.5 },
        minHeight: 84,
        py: 1.25,
        pl: { xs: 0.5, md: 1 },
        pr: 1.5,
        bgcolor: 'background.paper',
        '&:first-of-type': { borderRadius: '12px 12px 0 0' },
        '&:last-of-type': { borderRadius: '0 0 12px 12px' },
        '&:not(:first-of-type)': { borderTop: '1px solid', borderColor: 'divider' },
        // As much as two of the above, so that it counts more.
        ...(dragged && {
          '&&': { position: 'relative', zIndex: 1, borderRadius: '12px', borderColor: 'transparent' },
          boxShadow: 'var(--mui-palette-elevation-dialog)',
        }),
      }}
    >
      <IconButton
        {...handle}
        size="small"
        aria-label={texts.move(policy.name)}
        sx={{ cursor: dragged ? 'grabbing' : 'grab', touchAction: 'none', color: 'text.tertiary' }}
      >
        <DragIndicator sx={{ fontSize: 18 }} />
      </IconButton>
      <Box
        component="span"
        aria-hidden="true"
        sx={{
          width: 20,
          textAlign: 'center',
          color: 'text.tertiary',
          fontVariantNumeric: 'tabular-nums',
          display: { xs: 'none', md: 'block' },
        }}
      >
        {place}
      </Box>
      <About {...props} />
      <Toggle checked={policy.enabled} aria-label={texts.enabled(policy.name)} onChange={onEnable} />
      <MenuButton
        label={texts.actions(policy.name)}
        options={optionsFor(props)}
        onChoose={(action) => onAction(action as PolicyAction)}
      >
        {(trigger) => (
          <IconButton {...trigger} aria-label={texts.actions(policy.name)}>
            <MoreHoriz />
          </IconButton>
        )}
      </MenuButton>
    </Box>
  );
}
