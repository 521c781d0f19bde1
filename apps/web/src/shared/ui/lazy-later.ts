import { type ComponentType, lazy } from 'react';
import { firstAnswers } from '../api/first-answers';
import { ownTurn } from '../api/turns';

/** A part of the page whose code and work come after what people look for first. */
export const lazyLater = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    await firstAnswers;
    await ownTurn();
    return { default: await load() };
  });
