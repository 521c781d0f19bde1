import { ActionMenu } from '../../../shared/ui/action-menu';
import { texts } from '../availability.texts';
import { AvailabilityItems, AvailabilityNote } from './availability-items';

export function AvailabilityMenu({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  return (
    <ActionMenu anchor={anchor} label={texts.title} onClose={onClose} align="right" width={280}>
      <AvailabilityNote />
      <AvailabilityItems onChosen={onClose} />
    </ActionMenu>
  );
}
