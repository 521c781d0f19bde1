import type { SkillResponse } from '@baton/contracts/skills/skills.response';
import Add from '@mui/icons-material/AddOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import School from '@mui/icons-material/SchoolOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { MenuButton } from '../../../shared/ui/menu-button';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { useToast } from '../../../shared/ui/toast';
import { skillsQuery, useRemoveSkill } from '../skills.queries';
import { texts } from '../skills.texts';

const SkillDialog = lazy(() => import('../forms/skill-dialog').then((module) => ({ default: module.SkillDialog })));

const OPTIONS = [
  { value: 'rename', label: texts.rename, icon: <Edit /> },
  { value: 'remove', label: texts.remove, icon: <Delete />, danger: true, apart: true },
];

interface RowProps {
  skill: SkillResponse;
  onRename: () => void;
  onRemove: () => void;
}

function SkillRow({ skill, onRename, onRemove }: RowProps) {
  const { name, people, categories } = skill;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 56,
        pl: 2.5,
        pr: 1.5,
        py: 0.75,
        '& + &': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Box sx={{ typography: 'subtitle2', overflowWrap: 'anywhere' }}>{name}</Box>
          {people === 0 && categories > 0 && <SoftChip small tone="warning" label={texts.nobody} />}
        </Box>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
          {texts.people(people)} · {texts.categories(categories)}
        </Box>
      </Box>
      <MenuButton
        label={texts.actions(name)}
        options={OPTIONS}
        onChoose={(action) => (action === 'rename' ? onRename() : onRemove())}
      >
        {(trigger) => (
          <IconButton {...trigger} aria-label={texts.actions(name)}>
            <MoreHoriz />
          </IconButton>
        )}
      </MenuButton>
    </Box>
  );
}

function RemoveDialog({ skill, onClose }: { skill: SkillResponse; onClose: () => void }) {
  const remove = useRemoveSkill();
  return (
    <ConfirmDialog
      open
      danger
      title={texts.removeTitle(skill.name)}
      confirmLabel={texts.removeConfirm(skill.name)}
      busy={remove.isPending}
      onConfirm={() => remove.mutate(skill, { onSettled: onClose })}
      onClose={onClose}
    >
      {skill.people > 0 && texts.removeText(skill.people)}
    </ConfirmDialog>
  );
}

type Open = { what: 'new' } | { what: 'rename' | 'remove'; skill: SkillResponse };

interface Props {
  title: string;
  text: string;
  tabs: ReactNode;
}

/** What people can do and tickets need. */
export function SkillsView({ title, text, tabs }: Props) {
  const { data: skills, error, isPending, refetch } = useQuery(skillsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const toast = useToast();
  const onRemove = (skill: SkillResponse) =>
    skill.categories > 0
      ? toast({ tone: 'error', message: texts.inUse(skill.categories) })
      : setOpen({ what: 'remove', skill });
  const close = () => setOpen(null);
  const create = (
    <Button variant="contained" startIcon={<Add />} onClick={() => setOpen({ what: 'new' })}>
      {texts.create}
    </Button>
  );
  return (
    <>
      <PageHeader title={title} text={text} actions={skills?.length !== 0 && create} />
      {tabs}
      <Panel>
        {skills && skills.length > 0 && (
          <Box component="ul" aria-label={texts.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {skills.map((skill) => (
              <SkillRow
                key={skill.id}
                skill={skill}
                onRename={() => setOpen({ what: 'rename', skill })}
                onRemove={() => onRemove(skill)}
              />
            ))}
          </Box>
        )}
        {skills?.length === 0 && <EmptyState icon={<School />} tone="primary" {...texts.empty} action={create} />}
        {error && !skills && <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />}
        {isPending && <SkeletonRows rows={6} height={56} />}
      </Panel>
      <Suspense fallback={null}>
        {open?.what === 'new' && <SkillDialog onClose={close} />}
        {open?.what === 'rename' && <SkillDialog skill={open.skill} onClose={close} />}
        {open?.what === 'remove' && <RemoveDialog skill={open.skill} onClose={close} />}
      </Suspense>
    </>
  );
}
