import { type ApiErrorCode, isApiError } from '../api/api-error';
import { useToast } from '../ui/toast';
import { formErrorText, unknownFailure } from './form-error';

/** Says why something pressed outside of a form did not happen. A feature's own sentences win over the server's. */
export function useFailureToast(own: Partial<Record<ApiErrorCode, string>> = {}): (error: unknown) => void {
  const toast = useToast();
  return (error) => toast({ tone: 'error', message: isApiError(error) ? formErrorText(error, own) : unknownFailure });
}
