import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { ReactNode } from 'react';
import { useGo } from '../../../shared/ui/link';
import { MenuButton } from '../../../shared/ui/menu-button';
import { PageTitle } from '../../../shared/ui/page-title';
import { texts } from '../queue.texts';
import type { Layout } from '../queue-address';
import { texts as viewTexts } from '../views.texts';
import { countText, viewAddress, viewIcon, viewName } from './view-look';
import { ViewActions } from './view-row';

interface Props {
  views: readonly QueueViewResponse[];
  active: string | null;
  layout: Layout | null;
  total: number | undefined;
  /** A ticket beside it carries the page's title. */
  secondary: boolean;
  onEditView: (view: QueueViewResponse) => void;
  /** From which width on the views stand in a pane of their own; never on a board. */
  paneFrom?: 'lg';
  /** Beside the name, where there is room. */
  middle?: ReactNode;
  /** At the end of the line. */
  end?: ReactNode;
  /** No panel around it. */
  bare?: boolean;
}

/** The view's name and how many tickets it has; where there is no pane of views, also the way to the others. */
export function ListTitle({
  views,
  active,
  layout,
  total,
  secondary,
  onEditView,
  paneFrom,
  middle,
  end,
  bare = false,
}: Props) {
  const go = useGo();
  const view = views.find(({ key }) => key === active);
  const name = active === null ? texts.filtered : viewName(view ?? { key: active, name: null });
  const withoutPane = { display: paneFrom ? { [paneFrom]: 'none' } : {} };
  const title = {
    typography: 'h4',
    m: 0,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  };
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        flex: 'none',
        gap: 1,
        minHeight: 36,
        px: bare ? { xs: 2.5, md: 0.5 } : 2.5,
        pt: { xs: 0, md: 1.25 },
      }}
    >
      {secondary ? (
        <Box component="h2" sx={title}>
          {name}
        </Box>
      ) : (
        <PageTitle variant="h4" noWrap>
          {name}
        </PageTitle>
      )}
      <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {countText(total)}
      </Box>
      <Box sx={{ display: { ...withoutPane.display, xs: 'none', md: 'block' } }}>
        <MenuButton
          label={viewTexts.views}
          value={active ?? undefined}
          options={views.map((each) => {
            const Icon = viewIcon(each.key);
            const label = `${viewName(each)} ${countText(each.count)}`;
            return { value: each.key, label, icon: <Icon sx={{ fontSize: 18 }} /> };
          })}
          onChoose={(key) => go(viewAddress(key, layout))}
        >
          {(trigger) => (
            <IconButton {...trigger} size="small" aria-label={viewTexts.changeView(name)}>
              <KeyboardArrowDown />
            </IconButton>
          )}
        </MenuButton>
      </Box>
      {view?.can.edit && (
        <Box sx={withoutPane}>
          <ViewActions view={view} onEdit={onEditView} />
        </Box>
      )}
      {middle}
      <Box sx={{ display: 'flex', ml: 'auto', mr: -0.5 }}>{end}</Box>
    </Box>
  );
}
