/**
 * The generator of the sample shop: one class for each part of the business, {@link
 * io.custard.launcher.sample.shop.SampleShop} ties them together.
 */
@NullMarked
package io.custard.launcher.sample.shop;

import org.jspecify.annotations.NullMarked;
