import type { CategoryResponse } from '@baton/contracts/categories/categories.response';
import AddIcon from '@mui/icons-material/AddOutlined';
import Category from '@mui/icons-material/CategoryOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import type { NamedSkill } from '../../../shared/ui/skill-levels-field';
import { categoriesTree, useArchiveCategory } from '../categories.queries';
import { texts } from '../categories.texts';
import { type TreeRow, treeRows } from '../category-tree';
import { type CategoryAction, CategoryRow } from './category-row';

const CategoryDialog = lazy(() =>
  import('../forms/category-dialog').then((module) => ({ default: module.CategoryDialog })),
);

interface Open {
  category?: CategoryResponse;
  parentId?: string;
}

interface Props {
  teams: readonly { id: string; name: string }[];
  skills: readonly NamedSkill[];
}

export function CategoriesView({ teams, skills }: Props) {
  const { data: categories = [], error, isSuccess, refetch } = useQuery(categoriesTree);
  const [open, setOpen] = useState<Open | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  const archive = useArchiveCategory();
  const archivedCount = categories.length - treeRows(categories, false).length;
  const act = (row: TreeRow, action: CategoryAction) => {
    if (action === 'archive') return archive(row);
    setOpen(action === 'edit' ? { category: row } : { parentId: row.id });
  };
  return (
    <>
      <PageHeader
        title={texts.title}
        text={texts.text}
        actions={
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setOpen({})}>
            {texts.create}
          </Button>
        }
      />
      <Panel>
        {isSuccess && categories.length > 0 && (
          <Box component="ul" aria-label={texts.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {treeRows(categories, withArchived).map((row) => (
              <CategoryRow
                key={row.id}
                row={row}
                skills={skills}
                team={teams.find(({ id }) => id === row.teamId)?.name}
                onAction={(action) => act(row, action)}
              />
            ))}
          </Box>
        )}
        {isSuccess && categories.length === 0 && <EmptyState icon={<Category />} tone="primary" {...texts.empty} />}
        {error && !isSuccess && <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />}
        {!error && !isSuccess && <SkeletonRows height={52} twoLines={false} />}
      </Panel>
      {archivedCount > 0 && (
        <Button
          variant="text"
          color="inherit"
          aria-pressed={withArchived}
          sx={{ mt: 1 }}
          onClick={() => setWithArchived(!withArchived)}
        >
          {withArchived ? texts.hideArchived : texts.showArchived(archivedCount)}
        </Button>
      )}
      <Suspense fallback={null}>
        {open && (
          <CategoryDialog
            {...open}
            categories={categories}
            teams={teams}
            skills={skills}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </>
  );
}
