/** What every model must be like, and what stories about models share. */
package org.kameng.processes.model;
