import { defineTexts } from '../../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    title: 'New ticket',
    subject: 'What is it about?',
    category: 'Category',
    anyCategory: 'I am not sure',
    callback: 'Call me back on',
    callbackFor: 'Call back on',
    onBehalfOf: 'For whom?',
    onBehalfOfHint: 'They become the requester and get the answers. Empty: it is your own.',
    priority: 'Priority',
    description: 'What happens, and what did you try?',
    draftSaved: 'Draft saved',
    send: 'Send ticket',
    discard: 'Discard',
    discarded: 'Draft discarded',
    sent: (number: string) => `${number} is on its way to a person`,
    uploading: 'Files are still on their way',
    invalid: {
      subject: 'Say in a few words what it is about',
      description: 'Say what happens',
      callbackNumber: 'With country code, like +49 30 1234567',
    },
  },
});
