import { defineTexts } from '../text/define-texts';

const LEVEL_WORDS = ['Has seen it', 'Knows the basics', 'Works on their own', 'Knows it well', 'Expert'];

/** How well somebody can do something, and how much they have to do. */
export const texts = defineTexts({
  en: {
    levelWord: (level: number) => LEVEL_WORDS[level - 1] ?? '',
    level: (level: number) => `level ${level} of 5`,
    levelOf: (skill: string) => `Level of ${skill}`,
    removeSkill: (skill: string) => `Remove ${skill}`,
    addSkill: 'Add a skill',
    noSkillsYet: 'There are no skills yet.',
    allChosen: 'All skills are in the list.',
    load: (active: number, capacity: number) => `${active} of ${capacity}`,
    loadOf: (active: number, capacity: number) => `${active} of ${capacity} tickets`,
  },
});
