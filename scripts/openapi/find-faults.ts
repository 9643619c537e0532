import SwaggerParser from '@apidevtools/swagger-parser';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { houseFaults, REDOCLY_RULES } from './rules.ts';

/** What two validators and our own rules say against an OpenAPI document in JSON; empty where nothing. */
export async function findFaults(source: string): Promise<string[]> {
  const linted = await lintFromString({
    source,
    absoluteRef: 'openapi.json',
    config: await createConfig({ rules: REDOCLY_RULES }),
  });
  const faults = linted.map(
    ({ ruleId, message, location }) => `${location[0]?.pointer ?? '#'} ${ruleId}: ${message}`,
  );
  return [...faults, ...(await validatorFaults(source)), ...houseFaults(JSON.parse(source))];
}

/** It resolves references in the document that it is given: this one is its own. */
async function validatorFaults(source: string): Promise<string[]> {
  try {
    await SwaggerParser.validate(JSON.parse(source));
    return [];
  } catch (error) {
    return [`swagger-parser: ${error instanceof Error ? error.message : String(error)}`];
  }
}
