import type { AssignmentMode } from '@baton/domain/assignment/decision';
import Balance from '@mui/icons-material/BalanceOutlined';
import Bolt from '@mui/icons-material/BoltOutlined';
import PanTool from '@mui/icons-material/PanToolOutlined';
import Sync from '@mui/icons-material/SyncOutlined';

/** How a team hands out work, at a glance. */
export const MODE_ICONS: Record<AssignmentMode, typeof Bolt> = {
  manual: PanTool,
  round_robin: Sync,
  least_loaded: Balance,
  best_match: Bolt,
};
