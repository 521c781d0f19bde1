/** Several property decorators as one; the first named is applied last, as when written one under another. */
export const applyDecorators =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators.reverse()) decorate(target, key);
  };
