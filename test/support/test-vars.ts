/** Variables of every Worker under test. */
export const TEST_VARS = {
  ENVIRONMENT: 'local',
  LOG_LEVEL: 'error',
  ADMIN_TOKEN: 'bl_test_admin_token_of_the_suite',
  RATE_LIMIT_READS_PER_MINUTE: '1000000',
  RATE_LIMIT_MODELS_PER_MINUTE: '1000000',
  RATE_LIMIT_WRITES_PER_MINUTE: '1000000',
  CONTACT: 'tests@example.org',
  SCRAPE_REQUESTS_PER_SECOND: '100',
};
