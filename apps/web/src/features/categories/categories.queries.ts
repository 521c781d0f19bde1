import type { CreateCategoryDto, UpdateCategoryDto } from '@baton/contracts/categories/categories.dto';
import { categoriesEndpoints } from '@baton/contracts/categories/categories.endpoints';
import type { CategoryResponse } from '@baton/contracts/categories/categories.response';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useToast } from '../../shared/ui/toast';
import { categoryErrors, texts } from './categories.texts';

export const categoriesKeys = { all: ['categories'] as const };

/** The whole tree, each category after its parent. Kept as the server gave it: the desk's lists share the answer. */
export const categoriesTree = queryOptions({
  queryKey: categoriesKeys.all,
  queryFn: ({ signal }) => call(categoriesEndpoints.list, { signal }),
  select: ({ items }) => items,
});

const update = (id: string, body: UpdateCategoryDto) => call(categoriesEndpoints.update, { params: { id }, body });

/** For the form, which says itself what went wrong. */
export function useSaveCategory() {
  const client = useQueryClient();
  const toast = useToast();
  return async (id: string | undefined, body: CreateCategoryDto) => {
    const { name } = id ? await update(id, body) : await call(categoriesEndpoints.create, { body });
    toast(id ? texts.saved(name) : texts.created(name));
    await client.invalidateQueries({ queryKey: categoriesKeys.all });
  };
}

/** Takes a category out of the forms or brings it back; the toast undoes it. */
export function useArchiveCategory() {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast(categoryErrors);
  const { mutate } = useMutation({
    mutationFn: ({ id, archived }: CategoryResponse) => update(id, { archived }),
    onSuccess: (category) => {
      const message = category.archived ? texts.archived(category.name) : texts.restored(category.name);
      toast({ message, undo: () => mutate({ ...category, archived: !category.archived }) });
    },
    onError: fail,
    onSettled: () => client.invalidateQueries({ queryKey: categoriesKeys.all }),
  });
  return (category: CategoryResponse) => mutate({ ...category, archived: !category.archived });
}
