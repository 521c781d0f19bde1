import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import type { AttachmentEntity } from './attachment.entity.js';

export const presentAttachment = (attachment: AttachmentEntity): AttachmentResponse => {
  const downloadUrl = `/api/attachments/${attachment.id}/download`;
  return {
    id: attachment.id,
    name: attachment.name,
    mediaType: attachment.mediaType,
    size: attachment.size,
    downloadUrl,
    thumbnailUrl: attachment.thumbnailKey === null ? null : `${downloadUrl}?thumbnail=true`,
    width: attachment.width,
    height: attachment.height,
    createdAt: attachment.createdAt.toISOString(),
  };
};
