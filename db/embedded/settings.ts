/**
 * PostgreSQL's settings for one machine that also runs Node, a browser and a chain.
 *
 * @param durable false turns off what guards against a power cut: for tests
 * @returns words of the command line
 */
export function toSettings({ port, durable }: { port: number; durable: boolean }): string[] {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    effective_cache_size: '1GB',
    // A sync writes for minutes on end: few, large checkpoints.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_level: 'minimal',
    max_wal_senders: '0',
    // A commit that is lost in a power cut is read from the chain again, with the progress noted in the same commit.
    synchronous_commit: 'off',
    random_page_cost: '1.1',
    jit: 'off',
    // Parallel plans need /dev/shm, of which containers have only 64 MB.
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', autovacuum_naptime: '10s' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
