import { defineTexts } from '../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    title: 'There is no page here',
    text: 'The address may be mistyped, or what it showed has moved.',
    home: 'Back to home',
  },
});
