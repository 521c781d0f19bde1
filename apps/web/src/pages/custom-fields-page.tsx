export { CustomFieldsView as CustomFieldsPage } from '../features/custom-fields/components/custom-fields-view';
