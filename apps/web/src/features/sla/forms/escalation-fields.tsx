import type { EscalationDto } from '@baton/contracts/sla/sla.dto';
import { ESCALATION_AUDIENCES, type EscalationAudience } from '@baton/domain/sla/policy';
import { ChoiceList } from '../../../shared/ui/choice-list';
import { texts as all } from '../policies.texts';

const texts = all.form;

interface Props {
  escalation: EscalationDto;
  onChange: (escalation: EscalationDto) => void;
}

const ACTIONS = [
  { value: 'raisePriority', label: texts.raisePriority },
  { value: 'reassign', label: texts.reassign },
] as const;

/** What a broken promise sets off. */
export function EscalationFields({ escalation, onChange }: Props) {
  const done = ACTIONS.map(({ value }) => value).filter((value) => escalation[value]);
  return (
    <>
      <ChoiceList
        label={texts.notify}
        choices={ESCALATION_AUDIENCES.map((audience) => ({ value: audience, label: texts.audiences[audience] }))}
        chosen={escalation.notify}
        onChange={(notify) => onChange({ ...escalation, notify: notify as EscalationAudience[] })}
      />
      <ChoiceList
        label={texts.alsoDo}
        hint={[escalation.raisePriority && texts.raiseHint, escalation.reassign && texts.reassignHint]
          .filter(Boolean)
          .join(' ')}
        choices={ACTIONS}
        chosen={done}
        onChange={(chosen) =>
          onChange({
            ...escalation,
            raisePriority: chosen.includes('raisePriority'),
            reassign: chosen.includes('reassign'),
          })
        }
      />
    </>
  );
}
