import { defineTexts } from '../text/define-texts';

export const fileTexts = defineTexts({
  en: {
    empty: 'This file is empty',
    video: 'Videos are not accepted',
    type: 'Only images and PDF are accepted',
    mismatch: 'The content is not what the name says',
    damaged: 'This file is damaged',
    tooLarge: (limit: string) => `Larger than ${limit}`,
    tooMany: (most: number) => `${most} files at most`,
    failed: 'The upload did not finish',
    files: 'Files',
    limits: (limit: string, most: number) => `Images or PDF, up to ${limit} each, ${most} at most`,
    drop: 'Drop files here, paste, or',
    choose: 'choose files',
    remove: (name: string) => `Remove ${name}`,
    sentOf: (sent: string, all: string) => `${sent} of ${all}`,
    uploading: (name: string) => `Uploading ${name}`,
  },
});
