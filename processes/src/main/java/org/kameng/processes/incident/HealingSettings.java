package org.kameng.processes.incident;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the healer is.
 *
 * @param stuck how long a job without retries stands still before it is offered again; doubles with each incident of the job
 */
@ConfigurationProperties("kameng.reconciler")
record HealingSettings(@DefaultValue("60s") Duration stuck) {}
