/** Violations planted on purpose: each rule of the house must turn red on its own one. */
package planted;
