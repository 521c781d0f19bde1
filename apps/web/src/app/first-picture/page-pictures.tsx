import Box from '@mui/material/Box';
import { FilterBar } from '../../features/queue/components/filter-bar';
import { ListTitle } from '../../features/queue/components/list-title';
import { ViewChips } from '../../features/queue/components/view-chips';
import { DEFAULT_VIEW } from '../../features/queue/queue-views';
import { texts } from '../../pages/my-tickets.texts';
import { Tabs } from '../../pages/my-tickets-page';
import { PageBody } from '../../shared/ui/page-body';
import { PageHeader } from '../../shared/ui/page-header';
import { Panel } from '../../shared/ui/panel';

const ROWS = [62, 45, 58, 41, 54, 37, 50, 33];
const bone = { flex: 'none', bgcolor: 'surface.neutral' };
const nothing = () => undefined;

const Rows = () =>
  ROWS.map((width) => (
    <Box key={width} sx={{ display: 'flex', alignItems: 'center', gap: 1.5, height: 68, px: 2 }}>
      <Box sx={{ ...bone, width: 32, height: 32, borderRadius: '50%' }} />
      <Box sx={{ ...bone, width: `${width}%`, height: 12, borderRadius: '5px' }} />
    </Box>
  ));

const pane = { flex: 1, minWidth: 0, height: 1, borderRadius: { xs: 0, md: '12px' } };

/** Room for any page. */
export const AnyPage = () => (
  <PageBody layout="panes">
    <Panel sx={pane}>
      <Rows />
    </Panel>
  </PageBody>
);

/** The queue as everybody finds it who asked for nothing in particular. */
export const QueuePicture = () => (
  <PageBody layout="panes">
    <Box sx={{ display: 'flex', height: 1 }}>
      <Box sx={{ display: { xs: 'none', lg: 'block' }, flex: 'none', width: 200 }} />
      <Panel sx={pane}>
        <Box sx={{ width: { xs: 1, md: 376, xl: 408 } }}>
          <Box sx={{ display: { md: 'none' } }}>
            <ViewChips views={[]} active={DEFAULT_VIEW} layout={null} />
          </Box>
          <ListTitle
            views={[]}
            active={DEFAULT_VIEW}
            layout={null}
            total={undefined}
            secondary={false}
            onEditView={nothing}
            paneFrom="lg"
          />
          <FilterBar view={DEFAULT_VIEW} filters={{}} teams={[]} onChange={nothing} />
          <Rows />
        </Box>
      </Panel>
    </Box>
  </PageBody>
);

export const MyTicketsPicture = () => (
  <PageBody>
    <PageHeader title={texts.title} />
    <Tabs show="open" />
    <Panel>
      <Rows />
    </Panel>
  </PageBody>
);
