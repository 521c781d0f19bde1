import { defineTexts } from '../text/define-texts';

export const passwordTexts = defineTexts({
  en: {
    rules: 'A good password',
    length: (min: number) => `At least ${min} characters`,
    notIdentity: 'Not your name or email',
    tooLong: 'Shorter, please: at most 72 bytes fit',
    tooCommon: 'Too many people use this one. Choose another.',
    containsIdentity: 'Choose something that is not your name or email.',
    tooShort: (min: number) => `Use at least ${min} characters.`,
    met: 'done',
    open: 'still open',
  },
});
