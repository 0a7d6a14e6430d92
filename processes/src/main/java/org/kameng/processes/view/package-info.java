/** What is shown of a running process: its diagram with the token, its life in plain words, what it waits for. */
@NullMarked
package org.kameng.processes.view;

import org.jspecify.annotations.NullMarked;
