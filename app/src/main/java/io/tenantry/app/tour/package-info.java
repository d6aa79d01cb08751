/** The scripted tour: the product's main job on realistic data, with figures and pictures. */
@NullMarked
package io.tenantry.app.tour;

import org.jspecify.annotations.NullMarked;
