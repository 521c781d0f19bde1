import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import type { CustomFieldEntity } from './custom-field.entity.js';

export const presentCustomField = ({
  id,
  name,
  kind,
  options,
  archived,
  position,
}: CustomFieldEntity): CustomFieldResponse => ({ id, name, kind, options, archived, position });
