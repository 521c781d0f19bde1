import type { SkillLevelDto } from '@baton/contracts/skills/skills.dto';
import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { type ReactNode, useId } from 'react';
import { LevelPicker } from './level-picker';
import { MenuButton } from './menu-button';
import { texts } from './work.texts';

/** What people begin with: they work on their own. */
const START = 3;

export interface NamedSkill {
  id: string;
  name: string;
}

interface Props {
  label: string;
  /** A title above says it already. */
  titled?: boolean;
  hint?: ReactNode;
  error?: string;
  /** What stands there while none is chosen. */
  empty: string;
  skills: readonly NamedSkill[];
  chosen: readonly SkillLevelDto[];
  onChange: (chosen: SkillLevelDto[]) => void;
  /** The most there can be. */
  max?: number;
}

interface RowProps {
  name: string;
  level: number;
  onLevel: (level: number) => void;
  onRemove: () => void;
}

function SkillRow({ name, level, onLevel, onRemove }: RowProps) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        minHeight: 44,
        py: 0.5,
        '&:not(:first-of-type)': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '1 1 120px', minWidth: 0 }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>{name}</Box>
        <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{texts.levelWord(level)}</Box>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <LevelPicker skill={name} level={level} onChange={onLevel} />
        <IconButton size="small" aria-label={texts.removeSkill(name)} onClick={onRemove}>
          <Close sx={{ fontSize: 16 }} />
        </IconButton>
      </Box>
    </Box>
  );
}

/** Skills, each with a level from 1 to 5. */
export function SkillLevelsField({ label, titled = false, hint, error, empty, skills, chosen, onChange, max }: Props) {
  const id = useId();
  const names = new Map(skills.map((skill) => [skill.id, skill.name]));
  const nameOf = (skillId: string) => names.get(skillId) ?? '';
  const left = skills.filter((skill) => chosen.every(({ skillId }) => skillId !== skill.id));
  const rows = [...chosen].sort((a, b) => nameOf(a.skillId).localeCompare(nameOf(b.skillId)));
  const isFull = max !== undefined && chosen.length >= max;
  const put = (skillId: string, level: number) =>
    onChange([...chosen.filter((each) => each.skillId !== skillId), { skillId, level }]);
  return (
    <Box role="group" aria-labelledby={`${id}-label`} aria-describedby={error || hint ? `${id}-note` : undefined}>
      <Box id={`${id}-label`} sx={{ mb: 0.5, typography: 'subtitle2' }} hidden={titled}>
        {label}
      </Box>
      {rows.length > 0 ? (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {rows.map(({ skillId, level }) => (
            <SkillRow
              key={skillId}
              name={nameOf(skillId)}
              level={level}
              onLevel={(next) => put(skillId, next)}
              onRemove={() => onChange(chosen.filter((each) => each.skillId !== skillId))}
            />
          ))}
        </Box>
      ) : (
        <Box sx={{ color: 'text.tertiary' }}>{skills.length === 0 ? texts.noSkillsYet : empty}</Box>
      )}
      {left.length > 0 && !isFull && (
        <MenuButton
          label={texts.addSkill}
          options={left.map((skill) => ({ value: skill.id, label: skill.name }))}
          onChoose={(skillId) => put(skillId, START)}
        >
          {(trigger) => (
            <Button {...trigger} size="small" startIcon={<Add />} sx={{ mt: 1 }}>
              {texts.addSkill}
            </Button>
          )}
        </MenuButton>
      )}
      {(error || hint) && (
        <Box id={`${id}-note`} sx={{ mt: 0.75, typography: 'caption', color: error ? 'error.text' : 'text.tertiary' }}>
          {error ?? hint}
        </Box>
      )}
    </Box>
  );
}
