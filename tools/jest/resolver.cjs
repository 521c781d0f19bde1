/**
 * Some packages export only an `import` condition, which Jest's CommonJS mode does not ask for.
 * Ask for it second, so that packages that ship both kinds keep resolving to CommonJS.
 */
module.exports = (request, options) => {
  try {
    return options.defaultResolver(request, options);
  } catch (error) {
    const conditions = [...(options.conditions ?? []), 'import'];
    try {
      return options.defaultResolver(request, { ...options, conditions });
    } catch {
      throw error;
    }
  }
};
