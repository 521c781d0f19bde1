/** Handling times as the product learns them: from resolved tickets, by category and person. */
export class Learning {
  times = { overall: nothing(), categories: {}, people: {} };

  resolved(categoryId, personId, minutes) {
    const { overall, categories, people } = this.times;
    categories[categoryId] ??= nothing();
    people[categoryId] ??= {};
    people[categoryId][personId] ??= nothing();
    for (const observed of [overall, categories[categoryId], people[categoryId][personId]]) {
      observed.count++;
      observed.meanMinutes += (minutes - observed.meanMinutes) / observed.count;
    }
  }
}

const nothing = () => ({ count: 0, meanMinutes: 0 });
