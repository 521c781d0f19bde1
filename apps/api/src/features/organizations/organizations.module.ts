import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/tenants.module.js';
import { OrganizationsController } from './organizations.controller.js';

@Module({ imports: [TenantsModule], controllers: [OrganizationsController] })
export class OrganizationsModule {}
