import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What finds every place that breaks a rule, and spends nothing on describing those that keep it. */
export const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    // Only what frames hold has to be put together in a page of its own.
    .setLegacyMode(page.frames().length === 1);
