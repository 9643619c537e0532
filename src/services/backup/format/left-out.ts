/** Tables whose rows are in no backup, with the reason; every other table of the schema is in it. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  schema_migrations: 'a restore applies the migrations, which writes it',
  audit_salts:
    'with it, addresses could be found again from their hashes after the seven days that it is kept',
  backups: 'what the bucket holds tells which backups there are',
  backup_tables: 'state of the backup that runs',
  backup_parts: 'state of the backup that runs',
  restore_drills: 'tells of the bucket, not of the catalogue',
};
