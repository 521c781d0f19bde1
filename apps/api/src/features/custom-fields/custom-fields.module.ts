import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomFieldEntity } from './custom-field.entity.js';
import { CustomFieldRepository } from './custom-field.repository.js';
import { CustomFieldsController } from './custom-fields.controller.js';
import { CustomFieldsService } from './custom-fields.service.js';
import { FieldValuesService } from './field-values.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CustomFieldEntity])],
  controllers: [CustomFieldsController],
  providers: [CustomFieldRepository, CustomFieldsService, FieldValuesService],
  exports: [CustomFieldsService, FieldValuesService],
})
export class CustomFieldsModule {}
