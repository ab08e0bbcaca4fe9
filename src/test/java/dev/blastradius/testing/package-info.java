/** What tests of several layers share. */
package dev.blastradius.testing;
