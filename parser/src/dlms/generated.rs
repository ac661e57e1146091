//! Shapes of DLMS values, made from `parser/catalogue/cosem-structures.txt` and the use cases.
// Do not edit: change the text files and refresh.

use super::AccessKind as A;
use super::binding::{Binding, ClassShape, Entry};
use super::meanings as m;
use super::shape::Shape as S;
use crate::element::{Element, ElementId, Table};

/// A name that is no item.
const fn c(index: u32) -> ElementId {
    ElementId::new(Table::Cosem, index)
}

/// An item of a use case.
const fn i(index: u32) -> ElementId {
    ElementId::new(Table::Item, index)
}

/// Names that are no items.
#[rustfmt::skip]
pub static ELEMENTS: &[Element] = &[
    Element::new("DeviceLog(CHF).register_device"),
    Element::new("DeviceLog(CHF).restore_PAN"),
    Element::new("devices_to_restore"),
    Element::new("device_to_restore"),
    Element::new("restore_PAN"),
    Element::new("TariffSwitchingTable.season_profile_passive"),
    Element::new("season"),
    Element::new("TariffSwitchingTable.week_profile_table_passive"),
    Element::new("week_profile"),
    Element::new("TariffSwitchingTable.day_profile_table_passive"),
    Element::new("day_profile"),
    Element::new("day_schedule"),
    Element::new("day_profile_action"),
    Element::new("TariffSwitchingTable(SpecialDays).entries"),
    Element::new("spec_day_entry"),
    Element::new("TariffThresholdMatrixBlocks[1to3]TOU[1].thresholds"),
    Element::new("TariffThresholdMatrixBlocks[1to3]TOU[2].thresholds"),
    Element::new("TariffThresholdMatrixBlocks[1to3]TOU[3].thresholds"),
    Element::new("TariffThresholdMatrixBlocks[1to3]TOU[4].thresholds"),
    Element::new("TariffThresholdMatrixBlocks[1to3]TOU[5].thresholds"),
    Element::new("TariffThresholdMatrixBlocks[1to3]TOU[6].thresholds"),
    Element::new("TariffThresholdMatrixBlocks[1to3]TOU[7].thresholds"),
    Element::new("TariffThresholdMatrixBlocks[1to3]TOU[8].thresholds"),
    Element::new("StandingCharge.unit_charge_passive"),
    Element::new("charge_per_unit_scaling"),
    Element::new("commodity_reference"),
    Element::new("charge_table"),
    Element::new("charge_table_element"),
    Element::new("TariffBlockPriceMatrixTOU.unit_charge_passive"),
    Element::new("SuspendDebtDisabled / SuspendDebtEmergency / Payment Mode.account_mode_and_status"),
    Element::new("SuspendDebtDisabled / SuspendDebtEmergency / Payment Mode.credit_charge_configuration"),
    Element::new("credit_charge_configuration_element"),
    Element::new("credit_reference").meaning(m::OBIS),
    Element::new("charge_reference").meaning(m::OBIS),
    Element::new("collection_configuration"),
    Element::new("DebtRecoveryRates[1].unit_charge_passive"),
    Element::new("DebtRecoveryRates[2].unit_charge_passive"),
    Element::new("ActiveExportRegister.scaler_unit"),
    Element::new("ReactiveExportRegister.scaler_unit"),
    Element::new("get_protected_attributes_request"),
    Element::new("object_list"),
    Element::new("object_definition"),
    Element::new("class_id").meaning(m::CLASS),
    Element::new("logical_name").meaning(m::OBIS),
    Element::new("attribute_index"),
    Element::new("data_index"),
    Element::new("restriction"),
    Element::new("restriction_type").meaning(m::RESTRICTION),
    Element::new("restriction_value"),
    Element::new("from_date").meaning(m::DATE_TIME),
    Element::new("to_date").meaning(m::DATE_TIME),
    Element::new("protection_parameters"),
    Element::new("protection_parameters_element"),
    Element::new("protection_type").meaning(m::PROTECTION),
    Element::new("protection_options"),
    Element::new("transaction_id").meaning(m::TRANSACTION_ID),
    Element::new("originator_system_title").meaning(m::ENTITY_ID),
    Element::new("recipient_system_title").meaning(m::ENTITY_ID),
    Element::new("other_information"),
    Element::new("key_info"),
    Element::new("key_info_type").meaning(m::KEY_INFO),
    Element::new("key_info_options"),
    Element::new("key_parameters").meaning(m::KEY_PARAMETERS),
    Element::new("key_ciphered_data"),
    Element::new("get_protected_attributes_response"),
    Element::new("protected_attributes"),
    Element::new("ImportRegisterCollection.value"),
    Element::new("active_scal_unit_type"),
    Element::new("reactive_scal_unit_type"),
    Element::new("PowerImportCollection.value"),
    Element::new("active_power_scal_unit_type"),
    Element::new("TariffTOURegisterCollection.value"),
    Element::new("TOU_primary_registers"),
    Element::new("TOU_secondary_registers"),
    Element::new("TariffBlockTOURegisterCollection.value"),
    Element::new("Block_primary_registers"),
    Element::new("MaximumDemandActivePowerExportValue.scaler_unit"),
    Element::new("MaximumDemandActiveEnergyImportValue.scaler_unit"),
    Element::new("MaximumDemand(ConfigurableTime)ActivePowerImportValue.scaler_unit"),
    Element::new("MaximumDemandConfigurableTimePeriod.entries"),
    Element::new("schedule_table_entry"),
    Element::new("PrepaymentBalanceCollection.value"),
    Element::new("BillingDataLog(mostrecentPaymentBasedDebtRepayment).buffer"),
    Element::new("entry_dlValueLogEntry"),
    Element::new("range_descriptor"),
    Element::new("restricting_object"),
    Element::new("selected_values"),
    Element::new("capture_object_definition"),
    Element::new("BillingDataLog(SetPaymentModeOrTariffTriggeredFinancialExcExport).buffer"),
    Element::new("entry_billingCalendarOnSetModeOrTariffLogEntry"),
    Element::new("tariffTOURegisterValues"),
    Element::new("secondaryTariffTOURegisterValues"),
    Element::new("tariffTOUBlock1RegisterValues"),
    Element::new("tariffTOUBlock2RegisterValues"),
    Element::new("tariffTOUBlock3RegisterValues"),
    Element::new("tariffTOUBlock4RegisterValues"),
    Element::new("BillingDataLog(BillingCalendarTriggeredExcExport).buffer"),
    Element::new("entry_registerReadLogEntry"),
    Element::new("entry_prepaymentReadLogEntry"),
    Element::new("DailyReadLog(excExport).buffer"),
    Element::new("PrepaymentDailyReadLog.buffer"),
    Element::new("DailyReadLog(export).buffer"),
    Element::new("ProfileDataLog(Export).buffer"),
    Element::new("entry_twoDlValueLogEntry"),
    Element::new("ProfileDataLog(ActiveEnergyImportedInPeriod).buffer"),
    Element::new("entry_activeImportLogEntry"),
    Element::new("ProfileDataLog(ReactiveImport).buffer"),
    Element::new("(Phase[1])AverageRMSUnderVoltageCounter.scaler_unit"),
    Element::new("(Phase[1])AverageRMSOverVoltageCounter.scaler_unit"),
    Element::new("(Phase[1])AverageRMSVoltageProfileDataLog.buffer"),
    Element::new("(Primary)ActiveTariffPrice.scaler_unit"),
    Element::new("TariffSwitchingTable.season_profile_active"),
    Element::new("TariffSwitchingTable.week_profile_table_active"),
    Element::new("TariffSwitchingTable.day_profile_table_active"),
    Element::new("StandingCharge.unit_charge_active"),
    Element::new("TariffBlockPriceMatrixTOU.unit_charge_active"),
    Element::new("DebtRecoveryRates[1].unit_charge_active"),
    Element::new("Non-DisablementCalendar(SpecialDays).entries"),
    Element::new("DebtRecoveryRates[2].unit_charge_active"),
    Element::new("DisablementThreshold(MeterBalance).thresholds"),
    Element::new("Non-DisablementCalendar.entries"),
    Element::new("LowMediumPowerThreshold.thresholds"),
    Element::new("LoadLimitCounter.scaler_unit"),
    Element::new("EventLog(incGPF).buffer"),
    Element::new("entry_eventLogEntry8"),
    Element::new("SecurityLog(notCHF).buffer"),
    Element::new("entry_securityLogEntry"),
    Element::new("BoostFunctionEventLog.buffer"),
    Element::new("entry_boostFunctionLogEntry"),
    Element::new("DailyConsumptionLog.buffer"),
    Element::new("Time.preset_adjusting_time"),
    Element::new("EventLog(CHF).buffer"),
    Element::new("SecurityLog(CHF).buffer"),
    Element::new("SecondaryTariffTOUPriceMatrix.unit_charge_passive"),
    Element::new("TariffSwitchingTable(SecondaryElement).season_profile_passive"),
    Element::new("TariffSwitchingTable(SecondaryElement).week_profile_table_passive"),
    Element::new("TariffSwitchingTable(SecondaryElement).day_profile_table_passive"),
    Element::new("TariffSwitchingTable(SecondaryElement)(SpecialDays).entries"),
    Element::new("PowerEventLog.buffer"),
    Element::new("entry_powerLogEntry"),
    Element::new("(Phase[2])AverageRMSUnderVoltageCounter.scaler_unit"),
    Element::new("(Phase[2])AverageRMSOverVoltageCounter.scaler_unit"),
    Element::new("(Phase[2])AverageRMSVoltageProfileDataLog.buffer"),
    Element::new("(Phase[3])AverageRMSUnderVoltageCounter.scaler_unit"),
    Element::new("(Phase[3])AverageRMSOverVoltageCounter.scaler_unit"),
    Element::new("(Phase[3])AverageRMSVoltageProfileDataLog.buffer"),
    Element::new("SecondaryTariffTOUPriceMatrix.unit_charge_active"),
    Element::new("SecondaryActiveTariffPrice.scaler_unit"),
    Element::new("TariffSwitchingTable(SecondaryElement).season_profile_active"),
    Element::new("TariffSwitchingTable(SecondaryElement).week_profile_table_active"),
    Element::new("TariffSwitchingTable(SecondaryElement).day_profile_table_active"),
    Element::new("PaymentMode.account_mode_and_status"),
    Element::new("BillingDataLog(mostrecentPrepaymentCredits).buffer"),
    Element::new("BillingCalendar.execution_time"),
    Element::new("time").meaning(m::TIME),
    Element::new("date").meaning(m::DATE),
    Element::new("TariffBlockCounterMatrix.execution_time"),
    Element::new("AuxiliaryControllerEventLog.buffer"),
    Element::new("entry_auxiliaryControllerLogEntry"),
    Element::new("DeviceLog(CHF).backup_PAN"),
    Element::new("devices_to_backup"),
    Element::new("device_to_backup"),
    Element::new("HistoricDeviceLog(CHF).backup_PAN"),
    Element::new("SubGHzChannelLog.buffer"),
    Element::new("SubGHzConfigurationSettings.value"),
    Element::new("DeviceLog(CHF).active_devices"),
    Element::new("active_device"),
    Element::new("AuxiliaryControllerCalendar(SpecialDays).entries"),
    Element::new("AuxiliaryControllerCalendar.entries"),
    Element::new("value"),
    Element::new("subGhzConfig"),
    Element::new("page28Mask"),
    Element::new("page29Mask"),
    Element::new("page30Mask"),
    Element::new("page31Mask"),
    Element::new("normalLimitedDutyCycleThreshold"),
    Element::new("limitedCriticalDutyCycleThreshold"),
    Element::new("channelChangesPerWeek"),
    Element::new("gsmeCurfew"),
    Element::new("quieterDecibelsLimit"),
    Element::new("noisierDecibelsLimit"),
    Element::new("nonGsmePoorCommsPercentage"),
    Element::new("nonGsmeMeasurementPeriods"),
    Element::new("localChNoiseMeasurementPeriod"),
    Element::new("localChFailurePercentage"),
    Element::new("localChRetryPercentage"),
    Element::new("import_register_collection"),
    Element::new("active_import_value"),
    Element::new("active_import_scaler"),
    Element::new("active_import_unit").meaning(m::UNIT),
    Element::new("reactive_import_value"),
    Element::new("reactive_import_scaler"),
    Element::new("reactive_import_unit").meaning(m::UNIT),
    Element::new("second_active_import_value"),
    Element::new("power_import_collection"),
    Element::new("active_power_import_value"),
    Element::new("active_power_import_scaler"),
    Element::new("active_power_import_unit").meaning(m::UNIT),
    Element::new("primary_active_power_import_value"),
    Element::new("TOU_register_collection"),
    Element::new("Block_TOU_register_collection"),
    Element::new("prepayment_balance_collection"),
    Element::new("meter_balance"),
    Element::new("emergency_credit_balance"),
    Element::new("accumulated_debt_register"),
    Element::new("payment_debt_balance"),
    Element::new("time_debt_1_balance"),
    Element::new("time_debt_2_balance"),
    Element::new("scal_unit_type"),
    Element::new("scaler"),
    Element::new("unit").meaning(m::UNIT),
    Element::new("reset"),
    Element::new("status"),
    Element::new("capture_time").meaning(m::DATE_TIME),
    Element::new("current_average_value"),
    Element::new("last_average_value"),
    Element::new("start_time_current").meaning(m::DATE_TIME),
    Element::new("period"),
    Element::new("number_of_periods"),
    Element::new("next_period"),
    Element::new("register_assignment"),
    Element::new("mask_list"),
    Element::new("register_act_mask"),
    Element::new("mask_name"),
    Element::new("index_list"),
    Element::new("index"),
    Element::new("active_mask"),
    Element::new("add_register"),
    Element::new("add_mask"),
    Element::new("delete_mask"),
    Element::new("buffer"),
    Element::new("entry"),
    Element::new("timestamp").meaning(m::SECONDS),
    Element::new("dlValue"),
    Element::new("dlValue2"),
    Element::new("logCode").meaning(m::ALERT_CODE),
    Element::new("otherInformation"),
    Element::new("switchNumberAndAction"),
    Element::new("outcome"),
    Element::new("hANCommandID"),
    Element::new("boost_start").meaning(m::SECONDS),
    Element::new("boost_end").meaning(m::SECONDS),
    Element::new("primaryValue"),
    Element::new("secondaryValue"),
    Element::new("emergencyCreditBalanceValue"),
    Element::new("meterBalanceValue"),
    Element::new("paymentDebtRegisterValue"),
    Element::new("timeDebtRegisters1Value"),
    Element::new("timeDebtRegisters2Value"),
    Element::new("accumulatedDebtRegisterValue"),
    Element::new("activeImportRegisterValue"),
    Element::new("secondaryActiveImportRegisterValue"),
    Element::new("capture_objects"),
    Element::new("capture_period"),
    Element::new("sort_method"),
    Element::new("sort_object"),
    Element::new("entries_in_use"),
    Element::new("profile_entries"),
    Element::new("capture"),
    Element::new("time").meaning(m::DATE_TIME),
    Element::new("time_zone"),
    Element::new("status").meaning(m::CLOCK_STATUS),
    Element::new("daylight_savings_begin").meaning(m::DATE_TIME),
    Element::new("daylight_savings_end").meaning(m::DATE_TIME),
    Element::new("daylight_savings_deviation"),
    Element::new("daylight_savings_enabled"),
    Element::new("clock_base").meaning(m::CLOCK_BASE),
    Element::new("adjust_to_quarter"),
    Element::new("adjust_to_measuring_period"),
    Element::new("adjust_to_minute"),
    Element::new("adjust_to_preset_time"),
    Element::new("preset_adjusting_time"),
    Element::new("preset_time").meaning(m::DATE_TIME),
    Element::new("validity_interval_start").meaning(m::DATE_TIME),
    Element::new("validity_interval_end").meaning(m::DATE_TIME),
    Element::new("shift_time"),
    Element::new("scripts"),
    Element::new("script"),
    Element::new("script_identifier"),
    Element::new("actions"),
    Element::new("action_specification"),
    Element::new("service_id"),
    Element::new("parameter"),
    Element::new("data"),
    Element::new("entries"),
    Element::new("enable"),
    Element::new("script_logical_name").meaning(m::OBIS),
    Element::new("script_selector"),
    Element::new("switch_time").meaning(m::TIME),
    Element::new("validity_window"),
    Element::new("exec_weekdays").meaning(m::WEEKDAYS),
    Element::new("exec_specdays"),
    Element::new("begin_date").meaning(m::DATE),
    Element::new("end_date").meaning(m::DATE),
    Element::new("enable_disable"),
    Element::new("first_index_A"),
    Element::new("last_index_A"),
    Element::new("first_index_B"),
    Element::new("last_index_B"),
    Element::new("insert"),
    Element::new("delete"),
    Element::new("first_index"),
    Element::new("last_index"),
    Element::new("specialday_date").meaning(m::DATE),
    Element::new("day_id"),
    Element::new("image_block_size"),
    Element::new("image_transferred_blocks_status"),
    Element::new("image_first_not_transferred_block_number"),
    Element::new("image_transfer_enabled"),
    Element::new("image_transfer_status"),
    Element::new("image_to_activate_info"),
    Element::new("image_to_activate_info_element"),
    Element::new("image_to_activate_size"),
    Element::new("image_to_activate_identification"),
    Element::new("image_to_activate_signature"),
    Element::new("calendar_name_active"),
    Element::new("season_profile_active"),
    Element::new("season_profile_name"),
    Element::new("season_start").meaning(m::DATE_TIME),
    Element::new("week_name"),
    Element::new("week_profile_table_active"),
    Element::new("week_profile_name"),
    Element::new("monday"),
    Element::new("tuesday"),
    Element::new("wednesday"),
    Element::new("thursday"),
    Element::new("friday"),
    Element::new("saturday"),
    Element::new("sunday"),
    Element::new("day_profile_table_active"),
    Element::new("start_time").meaning(m::TIME),
    Element::new("calendar_name_passive"),
    Element::new("season_profile_passive"),
    Element::new("week_profile_table_passive"),
    Element::new("day_profile_table_passive"),
    Element::new("activate_passive_calendar_time").meaning(m::DATE_TIME),
    Element::new("activate_passive_calendar"),
    Element::new("thresholds"),
    Element::new("threshold"),
    Element::new("monitored_value"),
    Element::new("action_set"),
    Element::new("action_up"),
    Element::new("action_down"),
    Element::new("executed_script"),
    Element::new("type"),
    Element::new("execution_time"),
    Element::new("execution_time_date"),
    Element::new("protection_buffer"),
    Element::new("protection_object_list"),
    Element::new("push_object_list"),
    Element::new("send_destination_and_method"),
    Element::new("transport_service"),
    Element::new("destination"),
    Element::new("message"),
    Element::new("communication_window"),
    Element::new("window_element"),
    Element::new("start_time").meaning(m::DATE_TIME),
    Element::new("end_time").meaning(m::DATE_TIME),
    Element::new("randomisation_start_interval"),
    Element::new("number_of_retries"),
    Element::new("repetition_delay"),
    Element::new("push"),
    Element::new("compact_buffer"),
    Element::new("template_id"),
    Element::new("template_description"),
    Element::new("capture_method"),
    Element::new("security_policy"),
    Element::new("security_suite"),
    Element::new("client_system_title").meaning(m::ENTITY_ID),
    Element::new("server_system_title").meaning(m::ENTITY_ID),
    Element::new("output_state"),
    Element::new("control_state").meaning(m::CONTROL_STATE),
    Element::new("control_mode"),
    Element::new("remote_disconnect"),
    Element::new("remote_reconnect"),
    Element::new("threshold_active"),
    Element::new("threshold_normal"),
    Element::new("threshold_emergency"),
    Element::new("min_over_threshold_duration"),
    Element::new("min_under_threshold_duration"),
    Element::new("emergency_profile"),
    Element::new("emergency_profile_id"),
    Element::new("emergency_activation_time").meaning(m::DATE_TIME),
    Element::new("emergency_duration"),
    Element::new("emergency_profile_group_id_list"),
    Element::new("group_id"),
    Element::new("emergency_profile_active"),
    Element::new("action_over_threshold"),
    Element::new("action_under_threshold"),
    Element::new("enable_disable_joining"),
    Element::new("join_timeout"),
    Element::new("active_devices"),
    Element::new("mac_address").meaning(m::ENTITY_ID),
    Element::new("maxRSSI"),
    Element::new("averageRSSI"),
    Element::new("minRSSI"),
    Element::new("maxLQI"),
    Element::new("averageLQI"),
    Element::new("minLQI"),
    Element::new("last_communication_date-time").meaning(m::DATE_TIME),
    Element::new("number_of_hops"),
    Element::new("transmission_failures"),
    Element::new("transmission_successes"),
    Element::new("application_version"),
    Element::new("stack_version"),
    Element::new("register_device"),
    Element::new("ieee_address").meaning(m::ENTITY_ID),
    Element::new("key_type"),
    Element::new("key"),
    Element::new("device_type"),
    Element::new("unregister_device").meaning(m::ENTITY_ID),
    Element::new("unregister_all_devices"),
    Element::new("backup_PAN"),
    Element::new("date-time").meaning(m::DATE_TIME),
    Element::new("extended_PAN_ID").meaning(m::ENTITY_ID),
    Element::new("MAC_address").meaning(m::ENTITY_ID),
    Element::new("hashed_TC_link_key"),
    Element::new("account_mode_and_status"),
    Element::new("payment_mode").meaning(m::PAYMENT_MODE),
    Element::new("account_status").meaning(m::ACCOUNT_STATUS),
    Element::new("current_credit_in_use"),
    Element::new("current_credit_status"),
    Element::new("available_credit"),
    Element::new("amount_to_clear"),
    Element::new("clearance_threshold"),
    Element::new("aggregated_debt"),
    Element::new("credit_reference_list"),
    Element::new("credit_reference"),
    Element::new("charge_reference_list"),
    Element::new("charge_reference"),
    Element::new("credit_charge_configuration"),
    Element::new("token_gateway_configuration"),
    Element::new("token_gateway_configuration_element"),
    Element::new("token_proportion"),
    Element::new("account_activation_time").meaning(m::DATE_TIME),
    Element::new("account_closure_time").meaning(m::DATE_TIME),
    Element::new("currency"),
    Element::new("currency_name"),
    Element::new("currency_scale"),
    Element::new("currency_unit"),
    Element::new("low_credit_threshold"),
    Element::new("next_credit_available_threshold"),
    Element::new("max_provision"),
    Element::new("max_provision_period"),
    Element::new("activate_account"),
    Element::new("close_account"),
    Element::new("reset_account"),
    Element::new("current_credit_amount"),
    Element::new("credit_type"),
    Element::new("priority"),
    Element::new("warning_threshold"),
    Element::new("limit"),
    Element::new("credit_configuration"),
    Element::new("credit_status"),
    Element::new("preset_credit_amount"),
    Element::new("credit_available_threshold"),
    Element::new("period").meaning(m::DATE_TIME),
    Element::new("set_amount_to_value"),
    Element::new("invoke_credit"),
    Element::new("total_amount_paid"),
    Element::new("charge_type"),
    Element::new("unit_charge_active"),
    Element::new("commodity_scale"),
    Element::new("price_scale"),
    Element::new("charge_per_unit"),
    Element::new("unit_charge_passive"),
    Element::new("unit_charge_activation_time").meaning(m::DATE_TIME),
    Element::new("charge_configuration"),
    Element::new("last_collection_time").meaning(m::DATE_TIME),
    Element::new("last_collection_amount"),
    Element::new("total_amount_remaining"),
    Element::new("proportion"),
    Element::new("update_unit_charge"),
    Element::new("activate_passive_unit_charge"),
    Element::new("collect"),
    Element::new("set_total_amount_remaining"),
    Element::new("token"),
    Element::new("token_time").meaning(m::DATE_TIME),
    Element::new("token_description"),
    Element::new("description"),
    Element::new("token_delivery_method"),
    Element::new("token_status"),
    Element::new("status_code"),
    Element::new("data_value"),
    Element::new("value_active"),
    Element::new("scaler_unit_active"),
    Element::new("value_passive"),
    Element::new("scaler_unit_passive"),
    Element::new("activate_passive_value_time").meaning(m::DATE_TIME),
    Element::new("activate_passive_value"),
    Element::new("from_value").meaning(m::SECONDS),
    Element::new("to_value").meaning(m::SECONDS),
    Element::new("entry_descriptor"),
    Element::new("from_entry"),
    Element::new("to_entry"),
    Element::new("from_selected_value"),
    Element::new("to_selected_value"),
    Element::new("notification-body"),
    Element::new("alert-code").meaning(m::ALERT_CODE),
    Element::new("timestamp").meaning(m::DATE_TIME),
    Element::new("alert-data"),
    Element::new("future-dated-instruction").meaning(m::FUTURE_DATED),
    Element::new("firmware-image-hash"),
    Element::new("undelivered-message").meaning(m::UNDELIVERED),
    Element::new("integrity-issue"),
    Element::new("device-to-suspend").meaning(m::ENTITY_ID),
    Element::new("channel-change"),
    Element::new("previous-channel-state"),
    Element::new("new-channel-state"),
    Element::new("channel-scan-request-assessment"),
    Element::new("request-outcome"),
    Element::new("scan-trigger"),
    Element::new("discarded-message").meaning(m::UNDELIVERED),
    Element::new("device").meaning(m::ENTITY_ID),
    Element::new("refused-command").meaning(m::REFUSED),
    Element::new("operational-update"),
];

/// Entries of CCS01.
#[rustfmt::skip]
pub static CODE_0001: &[Entry] = &[
    Entry { access: A::Action, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 1, optional: false, input: S::structure(c(0), &[S::leaf(i(1)), S::leaf(i(2)), S::leaf(i(3)), S::leaf(i(4))]), output: S::leaf(i(0)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 3, optional: false, input: S::leaf(i(5)), output: S::leaf(i(5)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 2, optional: false, input: S::leaf(i(6)), output: S::leaf(i(6)), selection: None, protected: None },
];

/// Entries of CCS02.
#[rustfmt::skip]
pub static CODE_0002: &[Entry] = &[
    Entry { access: A::Action, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 2, optional: false, input: S::leaf(i(7)), output: S::leaf(i(7)), selection: None, protected: None },
];

/// Entries of CCS03.
#[rustfmt::skip]
pub static CODE_0003: &[Entry] = &[
    Entry { access: A::Action, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 5, optional: false, input: S::structure(c(1), &[S::leaf(i(9)), S::array(c(2), &S::structure(c(3), &[S::leaf(i(10)), S::leaf(i(11))]))]), output: S::leaf(c(4)), selection: None, protected: None },
];

/// Entries of CS01a.
#[rustfmt::skip]
pub static CODE_0007: &[Entry] = &[
    Entry { access: A::Action, class_id: 115, obis: [0, 0, 19, 40, 0, 255], index: 1, optional: false, input: S::leaf(i(37)), output: S::leaf(i(36)), selection: None, protected: None },
];

/// Entries of ECS01a.
#[rustfmt::skip]
pub static CODE_0019: &[Entry] = &[
    Entry { access: A::Set, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 7, optional: false, input: S::array(c(5), &S::structure(c(6), &[S::leaf(i(95)), S::leaf(i(96)), S::leaf(i(97))])), output: S::array(c(5), &S::structure(c(6), &[S::leaf(i(95)), S::leaf(i(96)), S::leaf(i(97))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 8, optional: false, input: S::array(c(7), &S::structure(c(8), &[S::leaf(i(98)), S::leaf(i(99)), S::leaf(i(100)), S::leaf(i(101)), S::leaf(i(102)), S::leaf(i(103)), S::leaf(i(104)), S::leaf(i(105))])), output: S::array(c(7), &S::structure(c(8), &[S::leaf(i(98)), S::leaf(i(99)), S::leaf(i(100)), S::leaf(i(101)), S::leaf(i(102)), S::leaf(i(103)), S::leaf(i(104)), S::leaf(i(105))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 9, optional: false, input: S::array(c(9), &S::structure(c(10), &[S::leaf(i(106)), S::array(c(11), &S::structure(c(12), &[S::leaf(i(107)), S::leaf(i(108)), S::leaf(i(109))]))])), output: S::array(c(9), &S::structure(c(10), &[S::leaf(i(106)), S::array(c(11), &S::structure(c(12), &[S::leaf(i(107)), S::leaf(i(108)), S::leaf(i(109))]))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 11, obis: [0, 1, 11, 0, 0, 255], index: 2, optional: false, input: S::array(c(13), &S::structure(c(14), &[S::leaf(i(110)), S::leaf(i(111)), S::leaf(i(112))])), output: S::array(c(13), &S::structure(c(14), &[S::leaf(i(110)), S::leaf(i(111)), S::leaf(i(112))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 21, obis: [0, 0, 16, 1, 11, 255], index: 2, optional: false, input: S::array(c(15), &S::leaf(i(113))), output: S::array(c(15), &S::leaf(i(113))), selection: None, protected: None },
    Entry { access: A::Set, class_id: 21, obis: [0, 0, 16, 1, 12, 255], index: 2, optional: false, input: S::array(c(16), &S::leaf(i(114))), output: S::array(c(16), &S::leaf(i(114))), selection: None, protected: None },
    Entry { access: A::Set, class_id: 21, obis: [0, 0, 16, 1, 13, 255], index: 2, optional: false, input: S::array(c(17), &S::leaf(i(115))), output: S::array(c(17), &S::leaf(i(115))), selection: None, protected: None },
    Entry { access: A::Set, class_id: 21, obis: [0, 0, 16, 1, 14, 255], index: 2, optional: false, input: S::array(c(18), &S::leaf(i(116))), output: S::array(c(18), &S::leaf(i(116))), selection: None, protected: None },
    Entry { access: A::Set, class_id: 21, obis: [0, 0, 16, 1, 15, 255], index: 2, optional: false, input: S::array(c(19), &S::leaf(i(117))), output: S::array(c(19), &S::leaf(i(117))), selection: None, protected: None },
    Entry { access: A::Set, class_id: 21, obis: [0, 0, 16, 1, 16, 255], index: 2, optional: false, input: S::array(c(20), &S::leaf(i(118))), output: S::array(c(20), &S::leaf(i(118))), selection: None, protected: None },
    Entry { access: A::Set, class_id: 21, obis: [0, 0, 16, 1, 17, 255], index: 2, optional: false, input: S::array(c(21), &S::leaf(i(119))), output: S::array(c(21), &S::leaf(i(119))), selection: None, protected: None },
    Entry { access: A::Set, class_id: 21, obis: [0, 0, 16, 1, 18, 255], index: 2, optional: false, input: S::array(c(22), &S::leaf(i(120))), output: S::array(c(22), &S::leaf(i(120))), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 0], index: 4, optional: false, input: S::leaf(i(121)), output: S::leaf(i(121)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 6, optional: false, input: S::structure(c(23), &[S::structure(c(24), &[S::leaf(i(122)), S::leaf(i(123))]), S::structure(c(25), &[S::leaf(i(124)), S::leaf(i(125)), S::leaf(i(126))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(127)), S::leaf(i(128))]))]), output: S::structure(c(23), &[S::structure(c(24), &[S::leaf(i(122)), S::leaf(i(123))]), S::structure(c(25), &[S::leaf(i(124)), S::leaf(i(125)), S::leaf(i(126))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(127)), S::leaf(i(128))]))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 6, optional: false, input: S::structure(c(28), &[S::structure(c(24), &[S::leaf(i(129)), S::leaf(i(130))]), S::structure(c(25), &[S::leaf(i(131)), S::leaf(i(132)), S::leaf(i(133))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(134)), S::leaf(i(135))]))]), output: S::structure(c(28), &[S::structure(c(24), &[S::leaf(i(129)), S::leaf(i(130))]), S::structure(c(25), &[S::leaf(i(131)), S::leaf(i(132)), S::leaf(i(133))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(134)), S::leaf(i(135))]))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 10, optional: false, input: S::leaf(i(136)), output: S::leaf(i(136)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 29], index: 6, optional: false, input: S::leaf(i(137)), output: S::leaf(i(137)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 0], index: 6, optional: false, input: S::leaf(i(138)), output: S::leaf(i(138)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 7, optional: false, input: S::leaf(i(139)), output: S::leaf(i(139)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 7, optional: false, input: S::leaf(i(140)), output: S::leaf(i(140)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 63, 1, 1, 255], index: 6, optional: false, input: S::leaf(i(141)), output: S::leaf(i(141)), selection: None, protected: None },
];

/// Entries of ECS02.
#[rustfmt::skip]
pub static CODE_001A: &[Entry] = &[
    Entry { access: A::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 2, optional: false, input: S::structure(c(29), &[S::leaf(i(194)), S::leaf(i(195))]), output: S::structure(c(29), &[S::leaf(i(194)), S::leaf(i(195))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 11, optional: false, input: S::array(c(30), &S::structure(c(31), &[S::leaf(c(32)), S::leaf(c(33)), S::leaf(c(34))])), output: S::array(c(30), &S::structure(c(31), &[S::leaf(c(32)), S::leaf(c(33)), S::leaf(c(34))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 13, optional: false, input: S::leaf(i(197)), output: S::leaf(i(197)), selection: None, protected: None },
];

/// Entries of ECS03.
#[rustfmt::skip]
pub static CODE_001B: &[Entry] = &[
    Entry { access: A::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 2, optional: false, input: S::structure(c(29), &[S::leaf(i(198)), S::leaf(i(199))]), output: S::structure(c(29), &[S::leaf(i(198)), S::leaf(i(199))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 22], index: 4, optional: false, input: S::leaf(i(200)), output: S::leaf(i(200)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 11, optional: false, input: S::array(c(30), &S::structure(c(31), &[S::leaf(c(32)), S::leaf(c(33)), S::leaf(c(34))])), output: S::array(c(30), &S::structure(c(31), &[S::leaf(c(32)), S::leaf(c(33)), S::leaf(c(34))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 22], index: 6, optional: false, input: S::leaf(i(202)), output: S::leaf(i(202)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 13, optional: false, input: S::leaf(i(203)), output: S::leaf(i(203)), selection: None, protected: None },
];

/// Entries of ECS04a.
#[rustfmt::skip]
pub static CODE_001C: &[Entry] = &[
    Entry { access: A::Action, class_id: 112, obis: [0, 0, 19, 10, 0, 255], index: 1, optional: false, input: S::leaf(i(205)), output: S::leaf(i(204)), selection: None, protected: None },
];

/// Entries of ECS05.
#[rustfmt::skip]
pub static CODE_001D: &[Entry] = &[
    Entry { access: A::Action, class_id: 9, obis: [0, 0, 10, 0, 100, 255], index: 1, optional: false, input: S::leaf(i(209)), output: S::leaf(i(209)), selection: None, protected: None },
];

/// Entries of ECS07.
#[rustfmt::skip]
pub static CODE_001E: &[Entry] = &[
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 6, optional: false, input: S::structure(c(35), &[S::structure(c(24), &[S::leaf(i(210)), S::leaf(i(211))]), S::structure(c(25), &[S::leaf(i(212)), S::leaf(i(213)), S::leaf(i(214))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(215)), S::leaf(i(216))]))]), output: S::structure(c(35), &[S::structure(c(24), &[S::leaf(i(210)), S::leaf(i(211))]), S::structure(c(25), &[S::leaf(i(212)), S::leaf(i(213)), S::leaf(i(214))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(215)), S::leaf(i(216))]))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 6, optional: false, input: S::structure(c(36), &[S::structure(c(24), &[S::leaf(i(217)), S::leaf(i(218))]), S::structure(c(25), &[S::leaf(i(219)), S::leaf(i(220)), S::leaf(i(221))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(222)), S::leaf(i(223))]))]), output: S::structure(c(36), &[S::structure(c(24), &[S::leaf(i(217)), S::leaf(i(218))]), S::structure(c(25), &[S::leaf(i(219)), S::leaf(i(220)), S::leaf(i(221))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(222)), S::leaf(i(223))]))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 3, 255], index: 13, optional: false, input: S::leaf(i(224)), output: S::leaf(i(224)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 8, optional: false, input: S::leaf(i(225)), output: S::leaf(i(225)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 8, optional: false, input: S::leaf(i(226)), output: S::leaf(i(226)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 2, optional: false, input: S::leaf(i(227)), output: S::leaf(i(227)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 2, optional: false, input: S::leaf(i(228)), output: S::leaf(i(228)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 113, obis: [0, 0, 19, 20, 3, 255], index: 4, optional: false, input: S::leaf(i(230)), output: S::leaf(i(229)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 4, optional: false, input: S::leaf(i(232)), output: S::leaf(i(231)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 4, optional: false, input: S::leaf(i(234)), output: S::leaf(i(233)), selection: None, protected: None },
];

/// Entries of ECS09.
#[rustfmt::skip]
pub static CODE_0020: &[Entry] = &[
    Entry { access: A::Action, class_id: 112, obis: [0, 0, 19, 10, 1, 255], index: 3, optional: false, input: S::leaf(i(264)), output: S::leaf(i(264)), selection: None, protected: None },
];

/// Entries of ECS10.
#[rustfmt::skip]
pub static CODE_0021: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 2, 96, 13, 1, 255], index: 2, optional: false, input: S::leaf(i(265)), output: S::leaf(i(265)), selection: None, protected: None },
];

/// Entries of ECS12.
#[rustfmt::skip]
pub static CODE_0022: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 3, 2], index: 2, optional: false, input: S::leaf(i(272)), output: S::leaf(i(272)), selection: None, protected: None },
];

/// Entries of ECS14.
#[rustfmt::skip]
pub static CODE_0023: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 3, 1], index: 2, optional: false, input: S::leaf(i(273)), output: S::leaf(i(273)), selection: None, protected: None },
];

/// Entries of ECS15a.
#[rustfmt::skip]
pub static CODE_0024: &[Entry] = &[
    Entry { access: A::Action, class_id: 7, obis: [0, 0, 99, 98, 0, 255], index: 1, optional: false, input: S::leaf(i(274)), output: S::leaf(i(274)), selection: None, protected: None },
];

/// Entries of ECS16.
#[rustfmt::skip]
pub static CODE_0025: &[Entry] = &[
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 96, 13, 0, 255], index: 2, optional: false, input: S::leaf(i(276)), output: S::leaf(i(276)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 96, 13, 1, 255], index: 2, optional: false, input: S::leaf(i(277)), output: S::leaf(i(277)), selection: None, protected: None },
];

/// Entries of ECS17a.
#[rustfmt::skip]
pub static CODE_0026: &[Entry] = &[
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 2, 8, 0, 255], index: 2, optional: false, input: S::leaf(i(278)), output: S::leaf(i(278)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 2, 8, 0, 255], index: 3, optional: false, input: S::structure(c(37), &[S::leaf(i(279)), S::leaf(i(280))]), output: S::structure(c(37), &[S::leaf(i(279)), S::leaf(i(280))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 4, 8, 0, 255], index: 2, optional: false, input: S::leaf(i(281)), output: S::leaf(i(281)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 4, 8, 0, 255], index: 3, optional: false, input: S::structure(c(38), &[S::leaf(i(282)), S::leaf(i(283))]), output: S::structure(c(38), &[S::leaf(i(282)), S::leaf(i(283))]), selection: None, protected: None },
];

/// Entries of ECS17b.
#[rustfmt::skip]
pub static CODE_0027: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 8, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(c(49)), S::leaf(c(50))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::variants(c(66), &[&[S::leaf(i(285)), S::structure(c(67), &[S::leaf(i(286)), S::leaf(i(287))]), S::leaf(i(288)), S::structure(c(68), &[S::leaf(i(289)), S::leaf(i(290))]), S::leaf(i(291))], &[S::leaf(i(285)), S::structure(c(67), &[S::leaf(i(286)), S::leaf(i(287))]), S::leaf(i(288)), S::structure(c(68), &[S::leaf(i(289)), S::leaf(i(290))])]])])) },
];

/// Entries of ECS17c.
#[rustfmt::skip]
pub static CODE_0028: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 34, 20], index: 2, optional: false, input: S::variants(c(69), &[&[S::leaf(i(292)), S::structure(c(70), &[S::leaf(i(293)), S::leaf(i(294))]), S::leaf(i(295))], &[S::leaf(i(292)), S::structure(c(70), &[S::leaf(i(293)), S::leaf(i(294))])]]), output: S::variants(c(69), &[&[S::leaf(i(292)), S::structure(c(70), &[S::leaf(i(293)), S::leaf(i(294))]), S::leaf(i(295))], &[S::leaf(i(292)), S::structure(c(70), &[S::leaf(i(293)), S::leaf(i(294))])]]), selection: None, protected: None },
];

/// Entries of ECS17d.
#[rustfmt::skip]
pub static CODE_0029: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 9, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(c(49)), S::leaf(c(50))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::variants(c(71), &[&[S::array(c(72), &S::leaf(i(296))), S::array(c(73), &S::leaf(i(297)))], &[S::array(c(72), &S::leaf(i(296)))]])])) },
];

/// Entries of ECS17e.
#[rustfmt::skip]
pub static CODE_002A: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 10, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(c(49)), S::leaf(c(50))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::structure(c(74), &[S::array(c(75), &S::leaf(i(299)))])])) },
];

/// Entries of ECS18a.
#[rustfmt::skip]
pub static CODE_002B: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 5, 2], index: 2, optional: false, input: S::leaf(i(301)), output: S::leaf(i(301)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 4, obis: [1, 0, 2, 6, 0, 255], index: 2, optional: false, input: S::leaf(i(302)), output: S::leaf(i(302)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 4, obis: [1, 0, 2, 6, 0, 255], index: 3, optional: false, input: S::structure(c(76), &[S::leaf(i(303)), S::leaf(i(304))]), output: S::structure(c(76), &[S::leaf(i(303)), S::leaf(i(304))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 4, obis: [1, 0, 2, 6, 0, 255], index: 5, optional: false, input: S::leaf(i(305)), output: S::leaf(i(305)), selection: None, protected: None },
];

/// Entries of ECS18b.
#[rustfmt::skip]
pub static CODE_002C: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 5, 0], index: 2, optional: false, input: S::leaf(i(306)), output: S::leaf(i(306)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 5, 1], index: 2, optional: false, input: S::leaf(i(307)), output: S::leaf(i(307)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 4, obis: [1, 0, 1, 6, 0, 255], index: 2, optional: false, input: S::leaf(i(308)), output: S::leaf(i(308)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 4, obis: [1, 0, 1, 6, 0, 255], index: 3, optional: false, input: S::structure(c(77), &[S::leaf(i(309)), S::leaf(i(310))]), output: S::structure(c(77), &[S::leaf(i(309)), S::leaf(i(310))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 4, obis: [1, 0, 1, 6, 0, 255], index: 5, optional: false, input: S::leaf(i(311)), output: S::leaf(i(311)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 4, obis: [1, 0, 1, 6, 1, 255], index: 2, optional: false, input: S::leaf(i(312)), output: S::leaf(i(312)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 4, obis: [1, 0, 1, 6, 1, 255], index: 3, optional: false, input: S::structure(c(78), &[S::leaf(i(313)), S::leaf(i(314))]), output: S::structure(c(78), &[S::leaf(i(313)), S::leaf(i(314))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 4, obis: [1, 0, 1, 6, 1, 255], index: 5, optional: false, input: S::leaf(i(315)), output: S::leaf(i(315)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 10, obis: [0, 0, 12, 0, 0, 255], index: 2, optional: false, input: S::array(c(79), &S::structure(c(80), &[S::leaf(i(316)), S::leaf(i(317)), S::leaf(i(318)), S::leaf(i(319)), S::leaf(i(320)), S::leaf(i(321)), S::leaf(i(322)), S::leaf(i(323)), S::leaf(i(324)), S::leaf(i(325))])), output: S::array(c(79), &S::structure(c(80), &[S::leaf(i(316)), S::leaf(i(317)), S::leaf(i(318)), S::leaf(i(319)), S::leaf(i(320)), S::leaf(i(321)), S::leaf(i(322)), S::leaf(i(323)), S::leaf(i(324)), S::leaf(i(325))])), selection: None, protected: None },
];

/// Entries of ECS19.
#[rustfmt::skip]
pub static CODE_002D: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 1, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(c(49)), S::leaf(c(50))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::structure(c(81), &[S::leaf(i(326)), S::leaf(i(327)), S::leaf(i(328)), S::leaf(i(331)), S::leaf(i(329)), S::leaf(i(330))])])) },
];

/// Entries of ECS20a.
#[rustfmt::skip]
pub static CODE_002E: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 98, 1, 4, 255], index: 2, optional: false, input: S::array(c(82), &S::structure(c(83), &[S::leaf(i(336)), S::leaf(i(337))])), output: S::array(c(82), &S::structure(c(83), &[S::leaf(i(336)), S::leaf(i(337))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(334)), S::leaf(i(335)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS20b.
#[rustfmt::skip]
pub static CODE_002F: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 3, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(i(354)), S::leaf(i(355))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::array(c(88), &S::variants(c(89), &[&[S::leaf(i(338)), S::leaf(i(339)), S::leaf(i(340)), S::array(c(90), &S::leaf(i(341))), S::array(c(91), &S::leaf(i(342))), S::array(c(92), &S::leaf(i(343))), S::array(c(93), &S::leaf(i(344))), S::array(c(94), &S::leaf(i(345))), S::array(c(95), &S::leaf(i(346))), S::leaf(i(347)), S::leaf(i(348)), S::leaf(i(349)), S::leaf(i(350)), S::leaf(i(351)), S::leaf(i(352))], &[S::leaf(i(338)), S::leaf(i(339)), S::array(c(90), &S::leaf(i(341))), S::array(c(92), &S::leaf(i(343))), S::array(c(93), &S::leaf(i(344))), S::array(c(94), &S::leaf(i(345))), S::array(c(95), &S::leaf(i(346))), S::leaf(i(347)), S::leaf(i(348)), S::leaf(i(349)), S::leaf(i(350)), S::leaf(i(351)), S::leaf(i(352))]]))])) },
];

/// Entries of ECS20c.
#[rustfmt::skip]
pub static CODE_0030: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 2, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(i(373)), S::leaf(i(374))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::array(c(96), &S::variants(c(97), &[&[S::leaf(i(356)), S::leaf(i(357)), S::leaf(i(358)), S::array(c(90), &S::leaf(i(359))), S::array(c(91), &S::leaf(i(360))), S::array(c(92), &S::leaf(i(361))), S::array(c(93), &S::leaf(i(362))), S::array(c(94), &S::leaf(i(363))), S::array(c(95), &S::leaf(i(364)))], &[S::leaf(i(356)), S::leaf(i(357)), S::array(c(90), &S::leaf(i(359))), S::array(c(92), &S::leaf(i(361))), S::array(c(93), &S::leaf(i(362))), S::array(c(94), &S::leaf(i(363))), S::array(c(95), &S::leaf(i(364)))]])), S::array(c(96), &S::structure(c(98), &[S::leaf(i(365)), S::leaf(i(366)), S::leaf(i(367)), S::leaf(i(368)), S::leaf(i(369)), S::leaf(i(370)), S::leaf(i(371))]))])) },
];

/// Entries of ECS21a.
#[rustfmt::skip]
pub static CODE_0033: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 5, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(i(390)), S::leaf(i(391))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::array(c(99), &S::variants(c(97), &[&[S::leaf(i(380)), S::leaf(i(381)), S::leaf(i(382)), S::array(c(90), &S::leaf(i(383))), S::array(c(91), &S::leaf(i(384))), S::array(c(92), &S::leaf(i(385))), S::array(c(93), &S::leaf(i(386))), S::array(c(94), &S::leaf(i(387))), S::array(c(95), &S::leaf(i(388)))], &[S::leaf(i(380)), S::leaf(i(381)), S::array(c(90), &S::leaf(i(383))), S::array(c(92), &S::leaf(i(385))), S::array(c(93), &S::leaf(i(386))), S::array(c(94), &S::leaf(i(387))), S::array(c(95), &S::leaf(i(388)))]]))])) },
];

/// Entries of ECS21b.
#[rustfmt::skip]
pub static CODE_0034: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 6, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(i(400)), S::leaf(i(401))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::array(c(100), &S::structure(c(98), &[S::leaf(i(392)), S::leaf(i(393)), S::leaf(i(394)), S::leaf(i(395)), S::leaf(i(396)), S::leaf(i(397)), S::leaf(i(398))]))])) },
];

/// Entries of ECS21c.
#[rustfmt::skip]
pub static CODE_0035: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 98, 1, 10, 255], index: 2, optional: false, input: S::array(c(101), &S::structure(c(83), &[S::leaf(i(405)), S::leaf(i(406))])), output: S::array(c(101), &S::structure(c(83), &[S::leaf(i(405)), S::leaf(i(406))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(403)), S::leaf(i(404)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS22a.
#[rustfmt::skip]
pub static CODE_0036: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 99, 1, 1, 255], index: 2, optional: false, input: S::array(c(102), &S::structure(c(103), &[S::leaf(i(410)), S::leaf(i(411)), S::leaf(i(412))])), output: S::array(c(102), &S::structure(c(103), &[S::leaf(i(410)), S::leaf(i(411)), S::leaf(i(412))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(408)), S::leaf(i(409)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS22b.
#[rustfmt::skip]
pub static CODE_0037: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 7, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(i(417)), S::leaf(i(418))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::array(c(104), &S::variants(c(105), &[&[S::leaf(i(413)), S::leaf(i(414)), S::leaf(i(415))], &[S::leaf(i(413)), S::leaf(i(414))]]))])) },
];

/// Entries of ECS22c.
#[rustfmt::skip]
pub static CODE_0038: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 99, 1, 2, 255], index: 2, optional: false, input: S::array(c(106), &S::structure(c(83), &[S::leaf(i(422)), S::leaf(i(423))])), output: S::array(c(106), &S::structure(c(83), &[S::leaf(i(422)), S::leaf(i(423))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(420)), S::leaf(i(421)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS23.
#[rustfmt::skip]
pub static CODE_0039: &[Entry] = &[
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 2, optional: false, input: S::leaf(i(424)), output: S::leaf(i(424)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 3, optional: false, input: S::structure(c(107), &[S::leaf(i(425)), S::leaf(i(426))]), output: S::structure(c(107), &[S::leaf(i(425)), S::leaf(i(426))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 2, optional: false, input: S::leaf(i(427)), output: S::leaf(i(427)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 3, optional: false, input: S::structure(c(108), &[S::leaf(i(428)), S::leaf(i(429))]), output: S::structure(c(108), &[S::leaf(i(428)), S::leaf(i(429))]), selection: None, protected: None },
    Entry { access: A::GetWithSelection, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 2, optional: false, input: S::array(c(109), &S::structure(c(83), &[S::leaf(i(433)), S::leaf(i(434))])), output: S::array(c(109), &S::structure(c(83), &[S::leaf(i(433)), S::leaf(i(434))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(431)), S::leaf(i(432)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
    Entry { access: A::Get, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(435)), output: S::leaf(i(435)), selection: None, protected: None },
];

/// Entries of ECS24.
#[rustfmt::skip]
pub static CODE_003A: &[Entry] = &[
    Entry { access: A::Get, class_id: 3, obis: [0, 0, 94, 44, 1, 7], index: 2, optional: false, input: S::leaf(i(472)), output: S::leaf(i(472)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [0, 0, 94, 44, 1, 7], index: 3, optional: false, input: S::structure(c(110), &[S::leaf(i(473)), S::leaf(i(474))]), output: S::structure(c(110), &[S::leaf(i(473)), S::leaf(i(474))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 3, optional: false, input: S::array(c(111), &S::structure(c(6), &[S::leaf(i(475)), S::leaf(i(476)), S::leaf(i(477))])), output: S::array(c(111), &S::structure(c(6), &[S::leaf(i(475)), S::leaf(i(476)), S::leaf(i(477))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 4, optional: false, input: S::array(c(112), &S::structure(c(8), &[S::leaf(i(478)), S::leaf(i(479)), S::leaf(i(480)), S::leaf(i(481)), S::leaf(i(482)), S::leaf(i(483)), S::leaf(i(484)), S::leaf(i(485))])), output: S::array(c(112), &S::structure(c(8), &[S::leaf(i(478)), S::leaf(i(479)), S::leaf(i(480)), S::leaf(i(481)), S::leaf(i(482)), S::leaf(i(483)), S::leaf(i(484)), S::leaf(i(485))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 5, optional: false, input: S::array(c(113), &S::structure(c(10), &[S::leaf(i(486)), S::array(c(11), &S::structure(c(12), &[S::leaf(i(487)), S::leaf(i(488)), S::leaf(i(489))]))])), output: S::array(c(113), &S::structure(c(10), &[S::leaf(i(486)), S::array(c(11), &S::structure(c(12), &[S::leaf(i(487)), S::leaf(i(488)), S::leaf(i(489))]))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 11, obis: [0, 0, 11, 0, 0, 255], index: 2, optional: false, input: S::array(c(13), &S::structure(c(14), &[S::leaf(i(490)), S::leaf(i(491)), S::leaf(i(492))])), output: S::array(c(13), &S::structure(c(14), &[S::leaf(i(490)), S::leaf(i(491)), S::leaf(i(492))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 11, 255], index: 2, optional: false, input: S::array(c(15), &S::leaf(i(493))), output: S::array(c(15), &S::leaf(i(493))), selection: None, protected: None },
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 12, 255], index: 2, optional: false, input: S::array(c(16), &S::leaf(i(494))), output: S::array(c(16), &S::leaf(i(494))), selection: None, protected: None },
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 13, 255], index: 2, optional: false, input: S::array(c(17), &S::leaf(i(495))), output: S::array(c(17), &S::leaf(i(495))), selection: None, protected: None },
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 14, 255], index: 2, optional: false, input: S::array(c(18), &S::leaf(i(496))), output: S::array(c(18), &S::leaf(i(496))), selection: None, protected: None },
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 15, 255], index: 2, optional: false, input: S::array(c(19), &S::leaf(i(497))), output: S::array(c(19), &S::leaf(i(497))), selection: None, protected: None },
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 16, 255], index: 2, optional: false, input: S::array(c(20), &S::leaf(i(498))), output: S::array(c(20), &S::leaf(i(498))), selection: None, protected: None },
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 17, 255], index: 2, optional: false, input: S::array(c(21), &S::leaf(i(499))), output: S::array(c(21), &S::leaf(i(499))), selection: None, protected: None },
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 18, 255], index: 2, optional: false, input: S::array(c(22), &S::leaf(i(500))), output: S::array(c(22), &S::leaf(i(500))), selection: None, protected: None },
    Entry { access: A::Get, class_id: 9000, obis: [0, 0, 94, 44, 2, 0], index: 2, optional: false, input: S::leaf(i(501)), output: S::leaf(i(501)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 5, optional: false, input: S::structure(c(114), &[S::structure(c(24), &[S::leaf(i(502)), S::leaf(i(503))]), S::structure(c(25), &[S::leaf(i(504)), S::leaf(i(505)), S::leaf(i(506))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(507)), S::leaf(i(508))]))]), output: S::structure(c(114), &[S::structure(c(24), &[S::leaf(i(502)), S::leaf(i(503))]), S::structure(c(25), &[S::leaf(i(504)), S::leaf(i(505)), S::leaf(i(506))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(507)), S::leaf(i(508))]))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 5, optional: false, input: S::structure(c(115), &[S::structure(c(24), &[S::leaf(i(509)), S::leaf(i(510))]), S::structure(c(25), &[S::leaf(i(511)), S::leaf(i(512)), S::leaf(i(513))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(514)), S::leaf(i(515))]))]), output: S::structure(c(115), &[S::structure(c(24), &[S::leaf(i(509)), S::leaf(i(510))]), S::structure(c(25), &[S::leaf(i(511)), S::leaf(i(512)), S::leaf(i(513))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(514)), S::leaf(i(515))]))]), selection: None, protected: None },
];

/// Entries of ECS26a.
#[rustfmt::skip]
pub static CODE_003B: &[Entry] = &[
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 5, optional: false, input: S::structure(c(116), &[S::structure(c(24), &[S::leaf(i(556)), S::leaf(i(557))]), S::structure(c(25), &[S::leaf(i(558)), S::leaf(i(559)), S::leaf(i(560))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(561)), S::leaf(i(562))]))]), output: S::structure(c(116), &[S::structure(c(24), &[S::leaf(i(556)), S::leaf(i(557))]), S::structure(c(25), &[S::leaf(i(558)), S::leaf(i(559)), S::leaf(i(560))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(561)), S::leaf(i(562))]))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 11, obis: [0, 0, 11, 0, 2, 255], index: 2, optional: false, input: S::array(c(117), &S::structure(c(14), &[S::leaf(i(563)), S::leaf(i(564)), S::leaf(i(565))])), output: S::array(c(117), &S::structure(c(14), &[S::leaf(i(563)), S::leaf(i(564)), S::leaf(i(565))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 8, optional: false, input: S::leaf(i(566)), output: S::leaf(i(566)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 5, optional: false, input: S::structure(c(116), &[S::structure(c(24), &[S::leaf(i(567)), S::leaf(i(568))]), S::structure(c(25), &[S::leaf(i(569)), S::leaf(i(570)), S::leaf(i(571))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(572)), S::leaf(i(573))]))]), output: S::structure(c(116), &[S::structure(c(24), &[S::leaf(i(567)), S::leaf(i(568))]), S::structure(c(25), &[S::leaf(i(569)), S::leaf(i(570)), S::leaf(i(571))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(572)), S::leaf(i(573))]))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 5, optional: false, input: S::structure(c(118), &[S::structure(c(24), &[S::leaf(i(574)), S::leaf(i(575))]), S::structure(c(25), &[S::leaf(i(576)), S::leaf(i(577)), S::leaf(i(578))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(579)), S::leaf(i(580))]))]), output: S::structure(c(118), &[S::structure(c(24), &[S::leaf(i(574)), S::leaf(i(575))]), S::structure(c(25), &[S::leaf(i(576)), S::leaf(i(577)), S::leaf(i(578))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(579)), S::leaf(i(580))]))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 8, optional: false, input: S::leaf(i(581)), output: S::leaf(i(581)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 5, optional: false, input: S::structure(c(118), &[S::structure(c(24), &[S::leaf(i(582)), S::leaf(i(583))]), S::structure(c(25), &[S::leaf(i(584)), S::leaf(i(585)), S::leaf(i(586))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(587)), S::leaf(i(588))]))]), output: S::structure(c(118), &[S::structure(c(24), &[S::leaf(i(582)), S::leaf(i(583))]), S::structure(c(25), &[S::leaf(i(584)), S::leaf(i(585)), S::leaf(i(586))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(587)), S::leaf(i(588))]))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 3, 255], index: 13, optional: false, input: S::leaf(i(589)), output: S::leaf(i(589)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 9000, obis: [0, 0, 94, 44, 2, 10], index: 2, optional: false, input: S::leaf(i(590)), output: S::leaf(i(590)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 1, 255], index: 2, optional: false, input: S::array(c(119), &S::leaf(i(591))), output: S::array(c(119), &S::leaf(i(591))), selection: None, protected: None },
    Entry { access: A::Get, class_id: 9000, obis: [0, 0, 94, 44, 2, 20], index: 2, optional: false, input: S::leaf(i(592)), output: S::leaf(i(592)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 16, optional: false, input: S::leaf(i(593)), output: S::leaf(i(593)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 18, optional: false, input: S::leaf(i(594)), output: S::leaf(i(594)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 19, optional: false, input: S::leaf(i(595)), output: S::leaf(i(595)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 112, obis: [0, 0, 19, 10, 1, 255], index: 9, optional: false, input: S::leaf(i(596)), output: S::leaf(i(596)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 112, obis: [0, 0, 19, 10, 1, 255], index: 10, optional: false, input: S::leaf(i(597)), output: S::leaf(i(597)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 10, obis: [0, 0, 12, 0, 1, 255], index: 2, optional: false, input: S::array(c(120), &S::structure(c(80), &[S::leaf(i(598)), S::leaf(i(599)), S::leaf(i(600)), S::leaf(i(601)), S::leaf(i(602)), S::leaf(i(603)), S::leaf(i(604)), S::leaf(i(605)), S::leaf(i(606)), S::leaf(i(607))])), output: S::array(c(120), &S::structure(c(80), &[S::leaf(i(598)), S::leaf(i(599)), S::leaf(i(600)), S::leaf(i(601)), S::leaf(i(602)), S::leaf(i(603)), S::leaf(i(604)), S::leaf(i(605)), S::leaf(i(606)), S::leaf(i(607))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 11, optional: false, input: S::array(c(30), &S::structure(c(31), &[S::leaf(c(32)), S::leaf(c(33)), S::leaf(c(34))])), output: S::array(c(30), &S::structure(c(31), &[S::leaf(c(32)), S::leaf(c(33)), S::leaf(c(34))])), selection: None, protected: None },
];

/// Entries of ECS26b.
#[rustfmt::skip]
pub static CODE_003C: &[Entry] = &[
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, input: S::leaf(i(609)), output: S::leaf(i(609)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, input: S::leaf(i(610)), output: S::leaf(i(610)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, input: S::leaf(i(611)), output: S::leaf(i(611)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, input: S::leaf(i(612)), output: S::leaf(i(612)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, input: S::leaf(i(613)), output: S::leaf(i(613)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, input: S::leaf(i(614)), output: S::leaf(i(614)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, input: S::leaf(i(615)), output: S::leaf(i(615)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, input: S::leaf(i(616)), output: S::leaf(i(616)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(617)), output: S::leaf(i(617)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(618)), output: S::leaf(i(618)), selection: None, protected: None },
];

/// Entries of ECS26c.
#[rustfmt::skip]
pub static CODE_003D: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 0], index: 2, optional: false, input: S::leaf(i(619)), output: S::leaf(i(619)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 2], index: 2, optional: false, input: S::leaf(i(620)), output: S::leaf(i(620)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 1], index: 2, optional: false, input: S::leaf(i(621)), output: S::leaf(i(621)), selection: None, protected: None },
];

/// Entries of ECS26f.
#[rustfmt::skip]
pub static CODE_0040: &[Entry] = &[
    Entry { access: A::Get, class_id: 21, obis: [0, 0, 16, 0, 0, 255], index: 2, optional: false, input: S::each(c(121), &[S::leaf(i(622)), S::leaf(i(623))]), output: S::each(c(121), &[S::leaf(i(622)), S::leaf(i(623))]), selection: None, protected: None },
];

/// Entries of ECS27.
#[rustfmt::skip]
pub static CODE_0042: &[Entry] = &[
    Entry { access: A::Get, class_id: 9000, obis: [0, 0, 94, 44, 0, 3], index: 2, optional: false, input: S::leaf(i(647)), output: S::leaf(i(647)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [0, 0, 94, 44, 42, 255], index: 2, optional: false, input: S::leaf(i(648)), output: S::leaf(i(648)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [0, 0, 94, 44, 42, 255], index: 3, optional: false, input: S::structure(c(122), &[S::leaf(i(649)), S::leaf(i(650))]), output: S::structure(c(122), &[S::leaf(i(649)), S::leaf(i(650))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 0, 255], index: 4, optional: false, input: S::leaf(i(651)), output: S::leaf(i(651)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 0, 255], index: 6, optional: false, input: S::leaf(i(652)), output: S::leaf(i(652)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 0, 255], index: 7, optional: false, input: S::leaf(i(653)), output: S::leaf(i(653)), selection: None, protected: None },
];

/// Entries of ECS28a.
#[rustfmt::skip]
pub static CODE_0043: &[Entry] = &[
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 0, 3], index: 4, optional: false, input: S::leaf(i(654)), output: S::leaf(i(654)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 7], index: 4, optional: false, input: S::leaf(i(655)), output: S::leaf(i(655)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 6], index: 4, optional: false, input: S::leaf(i(656)), output: S::leaf(i(656)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 8], index: 4, optional: false, input: S::leaf(i(657)), output: S::leaf(i(657)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 0, 3], index: 6, optional: false, input: S::leaf(i(658)), output: S::leaf(i(658)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 7], index: 6, optional: false, input: S::leaf(i(659)), output: S::leaf(i(659)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 6], index: 6, optional: false, input: S::leaf(i(660)), output: S::leaf(i(660)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 8], index: 6, optional: false, input: S::leaf(i(661)), output: S::leaf(i(661)), selection: None, protected: None },
];

/// Entries of ECS28b.
#[rustfmt::skip]
pub static CODE_0044: &[Entry] = &[
    Entry { access: A::Action, class_id: 3, obis: [0, 0, 94, 44, 42, 255], index: 1, optional: false, input: S::leaf(i(662)), output: S::leaf(i(662)), selection: None, protected: None },
];

/// Entries of ECS29a.
#[rustfmt::skip]
pub static CODE_0045: &[Entry] = &[
    Entry { access: A::Set, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(663)), output: S::leaf(i(663)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, input: S::leaf(i(664)), output: S::leaf(i(664)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, input: S::leaf(i(665)), output: S::leaf(i(665)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, input: S::leaf(i(666)), output: S::leaf(i(666)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, input: S::leaf(i(667)), output: S::leaf(i(667)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, input: S::leaf(i(668)), output: S::leaf(i(668)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, input: S::leaf(i(669)), output: S::leaf(i(669)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, input: S::leaf(i(670)), output: S::leaf(i(670)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, input: S::leaf(i(671)), output: S::leaf(i(671)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(672)), output: S::leaf(i(672)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(673)), output: S::leaf(i(673)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 1, optional: false, input: S::leaf(i(674)), output: S::leaf(i(674)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 1, optional: false, input: S::leaf(i(675)), output: S::leaf(i(675)), selection: None, protected: None },
];

/// Entries of ECS34.
#[rustfmt::skip]
pub static CODE_0047: &[Entry] = &[
    Entry { access: A::Set, class_id: 21, obis: [0, 0, 16, 0, 0, 255], index: 2, optional: false, input: S::each(c(121), &[S::leaf(i(736)), S::leaf(i(737))]), output: S::each(c(121), &[S::leaf(i(736)), S::leaf(i(737))]), selection: None, protected: None },
];

/// Entries of ECS35a.
#[rustfmt::skip]
pub static CODE_0048: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 0, 255], index: 2, optional: false, input: S::array(c(123), &S::structure(c(124), &[S::leaf(i(741)), S::leaf(i(742)), S::leaf(i(743))])), output: S::array(c(123), &S::structure(c(124), &[S::leaf(i(741)), S::leaf(i(742)), S::leaf(i(743))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(739)), S::leaf(i(740)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS35b.
#[rustfmt::skip]
pub static CODE_0049: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 1, 255], index: 2, optional: false, input: S::array(c(125), &S::structure(c(126), &[S::leaf(i(747)), S::leaf(i(748))])), output: S::array(c(125), &S::structure(c(126), &[S::leaf(i(747)), S::leaf(i(748))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(745)), S::leaf(i(746)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS37.
#[rustfmt::skip]
pub static CODE_004A: &[Entry] = &[
    Entry { access: A::Set, class_id: 10, obis: [0, 0, 12, 0, 0, 255], index: 2, optional: false, input: S::array(c(79), &S::structure(c(80), &[S::leaf(i(773)), S::leaf(i(774)), S::leaf(i(775)), S::leaf(i(776)), S::leaf(i(777)), S::leaf(i(778)), S::leaf(i(779)), S::leaf(i(780)), S::leaf(i(781)), S::leaf(i(782))])), output: S::array(c(79), &S::structure(c(80), &[S::leaf(i(773)), S::leaf(i(774)), S::leaf(i(775)), S::leaf(i(776)), S::leaf(i(777)), S::leaf(i(778)), S::leaf(i(779)), S::leaf(i(780)), S::leaf(i(781)), S::leaf(i(782))])), selection: None, protected: None },
];

/// Entries of ECS38.
#[rustfmt::skip]
pub static CODE_004B: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 1], index: 2, optional: false, input: S::leaf(i(783)), output: S::leaf(i(783)), selection: None, protected: None },
];

/// Entries of ECS39a.
#[rustfmt::skip]
pub static CODE_004C: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 34, 11], index: 2, optional: false, input: S::leaf(i(784)), output: S::leaf(i(784)), selection: None, protected: None },
];

/// Entries of ECS39b.
#[rustfmt::skip]
pub static CODE_004D: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 0, 0, 2, 255], index: 2, optional: false, input: S::leaf(i(785)), output: S::leaf(i(785)), selection: None, protected: None },
];

/// Entries of ECS40.
#[rustfmt::skip]
pub static CODE_004E: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 34, 11], index: 2, optional: false, input: S::leaf(i(786)), output: S::leaf(i(786)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [1, 0, 0, 0, 2, 255], index: 2, optional: false, input: S::leaf(i(787)), output: S::leaf(i(787)), selection: None, protected: None },
];

/// Entries of ECS42.
#[rustfmt::skip]
pub static CODE_004F: &[Entry] = &[
    Entry { access: A::Action, class_id: 9, obis: [0, 0, 10, 0, 106, 255], index: 1, optional: false, input: S::leaf(i(788)), output: S::leaf(i(788)), selection: None, protected: None },
];

/// Entries of ECS43.
#[rustfmt::skip]
pub static CODE_0050: &[Entry] = &[
    Entry { access: A::Action, class_id: 9, obis: [0, 0, 10, 0, 106, 255], index: 1, optional: false, input: S::leaf(i(789)), output: S::leaf(i(789)), selection: None, protected: None },
];

/// Entries of ECS44.
#[rustfmt::skip]
pub static CODE_0051: &[Entry] = &[
    Entry { access: A::Action, class_id: 9, obis: [0, 0, 10, 0, 106, 255], index: 1, optional: false, input: S::leaf(i(790)), output: S::leaf(i(790)), selection: None, protected: None },
];

/// Entries of ECS45.
#[rustfmt::skip]
pub static CODE_0052: &[Entry] = &[
    Entry { access: A::Get, class_id: 70, obis: [0, 0, 96, 3, 10, 255], index: 3, optional: false, input: S::leaf(i(791)), output: S::leaf(i(791)), selection: None, protected: None },
];

/// Entries of ECS46a.
#[rustfmt::skip]
pub static CODE_0053: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 11], index: 2, optional: true, input: S::leaf(i(792)), output: S::leaf(i(792)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 12], index: 2, optional: true, input: S::leaf(i(793)), output: S::leaf(i(793)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 13], index: 2, optional: true, input: S::leaf(i(794)), output: S::leaf(i(794)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 14], index: 2, optional: true, input: S::leaf(i(795)), output: S::leaf(i(795)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 15], index: 2, optional: true, input: S::leaf(i(796)), output: S::leaf(i(796)), selection: None, protected: None },
];

/// Entries of ECS50.
#[rustfmt::skip]
pub static CODE_0058: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 3, 96, 13, 1, 255], index: 2, optional: false, input: S::leaf(i(835)), output: S::leaf(i(835)), selection: None, protected: None },
];

/// Entries of ECS52.
#[rustfmt::skip]
pub static CODE_0059: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 0, 2, 1, 255], index: 2, optional: false, input: S::leaf(i(836)), output: S::leaf(i(836)), selection: None, protected: None },
];

/// Entries of ECS57.
#[rustfmt::skip]
pub static CODE_005A: &[Entry] = &[
    Entry { access: A::Action, class_id: 4, obis: [1, 0, 1, 6, 0, 255], index: 1, optional: true, input: S::leaf(i(837)), output: S::leaf(i(837)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 4, obis: [1, 0, 1, 6, 1, 255], index: 1, optional: true, input: S::leaf(i(838)), output: S::leaf(i(838)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 4, obis: [1, 0, 2, 6, 0, 255], index: 1, optional: true, input: S::leaf(i(839)), output: S::leaf(i(839)), selection: None, protected: None },
];

/// Entries of ECS61c.
#[rustfmt::skip]
pub static CODE_005E: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 7, 255], index: 2, optional: false, input: S::leaf(i(840)), output: S::leaf(i(840)), selection: None, protected: None },
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 20, 255], index: 2, optional: false, input: S::array(c(127), &S::structure(c(128), &[S::leaf(i(844)), S::leaf(i(845))])), output: S::array(c(127), &S::structure(c(128), &[S::leaf(i(844)), S::leaf(i(845))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(842)), S::leaf(i(843)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 1], index: 2, optional: false, input: S::leaf(i(846)), output: S::leaf(i(846)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 2], index: 2, optional: false, input: S::leaf(i(847)), output: S::leaf(i(847)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 3], index: 2, optional: false, input: S::leaf(i(848)), output: S::leaf(i(848)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 4], index: 2, optional: false, input: S::leaf(i(849)), output: S::leaf(i(849)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 5], index: 2, optional: false, input: S::leaf(i(850)), output: S::leaf(i(850)), selection: None, protected: None },
];

/// Entries of ECS62.
#[rustfmt::skip]
pub static CODE_005F: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 1], index: 2, optional: false, input: S::leaf(i(879)), output: S::leaf(i(879)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 2], index: 2, optional: false, input: S::leaf(i(880)), output: S::leaf(i(880)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 3], index: 2, optional: false, input: S::leaf(i(881)), output: S::leaf(i(881)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 4], index: 2, optional: false, input: S::leaf(i(882)), output: S::leaf(i(882)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 5], index: 2, optional: false, input: S::leaf(i(883)), output: S::leaf(i(883)), selection: None, protected: None },
];

/// Entries of ECS66.
#[rustfmt::skip]
pub static CODE_0060: &[Entry] = &[
    Entry { access: A::Action, class_id: 30, obis: [0, 0, 43, 2, 4, 255], index: 1, optional: false, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(i(887)), S::leaf(i(888))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]), selection: None, protected: Some(S::structure(c(65), &[S::array(c(129), &S::structure(c(83), &[S::leaf(i(884)), S::leaf(i(885))]))])) },
];

/// Entries of ECS70.
#[rustfmt::skip]
pub static CODE_0062: &[Entry] = &[
    Entry { access: A::Set, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 9, optional: false, input: S::leaf(i(899)), output: S::leaf(i(899)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 5, optional: false, input: S::structure(c(130), &[S::leaf(i(901)), S::leaf(i(902)), S::leaf(i(903))]), output: S::leaf(i(900)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 4, optional: false, input: S::leaf(i(904)), output: S::leaf(i(904)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 2, optional: false, input: S::leaf(i(905)), output: S::leaf(i(905)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 4, optional: false, input: S::leaf(i(906)), output: S::leaf(i(906)), selection: None, protected: None },
];

/// Entries of ECS81.
#[rustfmt::skip]
pub static CODE_0068: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 4], index: 2, optional: false, input: S::leaf(i(909)), output: S::leaf(i(909)), selection: None, protected: None },
];

/// Entries of ECS82.
#[rustfmt::skip]
pub static CODE_0069: &[Entry] = &[
    Entry { access: A::Get, class_id: 112, obis: [0, 0, 19, 10, 0, 255], index: 2, optional: false, input: S::leaf(i(910)), output: S::leaf(i(910)), selection: None, protected: None },
];

/// Entries of ECS35c.
#[rustfmt::skip]
pub static CODE_0093: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 0, 255], index: 2, optional: false, input: S::array(c(131), &S::structure(c(124), &[S::leaf(i(752)), S::leaf(i(753)), S::leaf(i(754))])), output: S::array(c(131), &S::structure(c(124), &[S::leaf(i(752)), S::leaf(i(753)), S::leaf(i(754))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(750)), S::leaf(i(751)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS35d.
#[rustfmt::skip]
pub static CODE_0094: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 1, 255], index: 2, optional: false, input: S::array(c(132), &S::structure(c(126), &[S::leaf(i(758)), S::leaf(i(759))])), output: S::array(c(132), &S::structure(c(126), &[S::leaf(i(758)), S::leaf(i(759))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(756)), S::leaf(i(757)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS01b.
#[rustfmt::skip]
pub static CODE_00A2: &[Entry] = &[
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 6, optional: false, input: S::structure(c(23), &[S::structure(c(24), &[S::leaf(i(142)), S::leaf(i(143))]), S::structure(c(25), &[S::leaf(i(144)), S::leaf(i(145)), S::leaf(i(146))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(147)), S::leaf(i(148))]))]), output: S::structure(c(23), &[S::structure(c(24), &[S::leaf(i(142)), S::leaf(i(143))]), S::structure(c(25), &[S::leaf(i(144)), S::leaf(i(145)), S::leaf(i(146))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(147)), S::leaf(i(148))]))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 6, optional: false, input: S::structure(c(28), &[S::structure(c(24), &[S::leaf(i(149)), S::leaf(i(150))]), S::structure(c(25), &[S::leaf(i(151)), S::leaf(i(152)), S::leaf(i(153))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(154)), S::leaf(i(155))]))]), output: S::structure(c(28), &[S::structure(c(24), &[S::leaf(i(149)), S::leaf(i(150))]), S::structure(c(25), &[S::leaf(i(151)), S::leaf(i(152)), S::leaf(i(153))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(154)), S::leaf(i(155))]))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 7, optional: false, input: S::leaf(i(156)), output: S::leaf(i(156)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 7, optional: false, input: S::leaf(i(157)), output: S::leaf(i(157)), selection: None, protected: None },
];

/// Entries of ECS25a.
#[rustfmt::skip]
pub static CODE_00AC: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 30, 97, 98, 11, 255], index: 2, optional: false, input: S::leaf(i(544)), output: S::leaf(i(544)), selection: None, protected: None },
];

/// Entries of ECS29b.
#[rustfmt::skip]
pub static CODE_00AE: &[Entry] = &[
    Entry { access: A::Set, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(676)), output: S::leaf(i(676)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 7, obis: [1, 0, 52, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(677)), output: S::leaf(i(677)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 7, obis: [1, 0, 72, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(678)), output: S::leaf(i(678)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, input: S::leaf(i(679)), output: S::leaf(i(679)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, input: S::leaf(i(680)), output: S::leaf(i(680)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, input: S::leaf(i(681)), output: S::leaf(i(681)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, input: S::leaf(i(682)), output: S::leaf(i(682)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, input: S::leaf(i(683)), output: S::leaf(i(683)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, input: S::leaf(i(684)), output: S::leaf(i(684)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, input: S::leaf(i(685)), output: S::leaf(i(685)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, input: S::leaf(i(686)), output: S::leaf(i(686)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(687)), output: S::leaf(i(687)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(688)), output: S::leaf(i(688)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 52, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(689)), output: S::leaf(i(689)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 52, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(690)), output: S::leaf(i(690)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 72, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(691)), output: S::leaf(i(691)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 72, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(692)), output: S::leaf(i(692)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 1, optional: false, input: S::leaf(i(693)), output: S::leaf(i(693)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 1, optional: false, input: S::leaf(i(694)), output: S::leaf(i(694)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 52, 32, 0, 4], index: 1, optional: false, input: S::leaf(i(695)), output: S::leaf(i(695)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 52, 36, 0, 4], index: 1, optional: false, input: S::leaf(i(696)), output: S::leaf(i(696)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 72, 32, 0, 4], index: 1, optional: false, input: S::leaf(i(697)), output: S::leaf(i(697)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 72, 36, 0, 4], index: 1, optional: false, input: S::leaf(i(698)), output: S::leaf(i(698)), selection: None, protected: None },
];

/// Entries of ECS25b.
#[rustfmt::skip]
pub static CODE_00B0: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 33, 97, 98, 11, 255], index: 2, optional: false, input: S::leaf(i(548)), output: S::leaf(i(548)), selection: None, protected: None },
];

/// Entries of ECS04b.
#[rustfmt::skip]
pub static CODE_00B3: &[Entry] = &[
    Entry { access: A::Action, class_id: 112, obis: [0, 0, 19, 10, 0, 255], index: 2, optional: false, input: S::leaf(i(206)), output: S::leaf(i(206)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 112, obis: [0, 0, 19, 10, 1, 255], index: 2, optional: false, input: S::leaf(i(207)), output: S::leaf(i(207)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 112, obis: [0, 0, 19, 10, 2, 255], index: 2, optional: false, input: S::leaf(i(208)), output: S::leaf(i(208)), selection: None, protected: None },
];

/// Entries of ECS01c.
#[rustfmt::skip]
pub static CODE_00B7: &[Entry] = &[
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 6, optional: false, input: S::structure(c(133), &[S::structure(c(24), &[S::leaf(i(158)), S::leaf(i(159))]), S::structure(c(25), &[S::leaf(i(160)), S::leaf(i(161)), S::leaf(i(162))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(163)), S::leaf(i(164))]))]), output: S::structure(c(133), &[S::structure(c(24), &[S::leaf(i(158)), S::leaf(i(159))]), S::structure(c(25), &[S::leaf(i(160)), S::leaf(i(161)), S::leaf(i(162))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(163)), S::leaf(i(164))]))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 7, optional: false, input: S::array(c(134), &S::structure(c(6), &[S::leaf(i(165)), S::leaf(i(166)), S::leaf(i(167))])), output: S::array(c(134), &S::structure(c(6), &[S::leaf(i(165)), S::leaf(i(166)), S::leaf(i(167))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 8, optional: false, input: S::array(c(135), &S::structure(c(8), &[S::leaf(i(168)), S::leaf(i(169)), S::leaf(i(170)), S::leaf(i(171)), S::leaf(i(172)), S::leaf(i(173)), S::leaf(i(174)), S::leaf(i(175))])), output: S::array(c(135), &S::structure(c(8), &[S::leaf(i(168)), S::leaf(i(169)), S::leaf(i(170)), S::leaf(i(171)), S::leaf(i(172)), S::leaf(i(173)), S::leaf(i(174)), S::leaf(i(175))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 9, optional: false, input: S::array(c(136), &S::structure(c(10), &[S::leaf(i(176)), S::array(c(11), &S::structure(c(12), &[S::leaf(i(177)), S::leaf(i(178)), S::leaf(i(179))]))])), output: S::array(c(136), &S::structure(c(10), &[S::leaf(i(176)), S::array(c(11), &S::structure(c(12), &[S::leaf(i(177)), S::leaf(i(178)), S::leaf(i(179))]))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 11, obis: [0, 1, 11, 0, 1, 255], index: 2, optional: false, input: S::array(c(137), &S::structure(c(14), &[S::leaf(i(180)), S::leaf(i(181)), S::leaf(i(182))])), output: S::array(c(137), &S::structure(c(14), &[S::leaf(i(180)), S::leaf(i(181)), S::leaf(i(182))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 10, optional: false, input: S::leaf(i(183)), output: S::leaf(i(183)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 7, optional: false, input: S::leaf(i(184)), output: S::leaf(i(184)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 30], index: 6, optional: false, input: S::leaf(i(185)), output: S::leaf(i(185)), selection: None, protected: None },
];

/// Entries of ECS35e.
#[rustfmt::skip]
pub static CODE_00B9: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 4, 255], index: 2, optional: false, input: S::array(c(138), &S::structure(c(139), &[S::leaf(i(763)), S::leaf(i(764)), S::leaf(i(765))])), output: S::array(c(138), &S::structure(c(139), &[S::leaf(i(763)), S::leaf(i(764)), S::leaf(i(765))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(761)), S::leaf(i(762)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS23b.
#[rustfmt::skip]
pub static CODE_00BC: &[Entry] = &[
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 2, optional: false, input: S::leaf(i(436)), output: S::leaf(i(436)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 3, optional: false, input: S::structure(c(107), &[S::leaf(i(437)), S::leaf(i(438))]), output: S::structure(c(107), &[S::leaf(i(437)), S::leaf(i(438))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 2, optional: false, input: S::leaf(i(439)), output: S::leaf(i(439)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 3, optional: false, input: S::structure(c(108), &[S::leaf(i(440)), S::leaf(i(441))]), output: S::structure(c(108), &[S::leaf(i(440)), S::leaf(i(441))]), selection: None, protected: None },
    Entry { access: A::GetWithSelection, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 2, optional: false, input: S::array(c(109), &S::structure(c(83), &[S::leaf(i(445)), S::leaf(i(446))])), output: S::array(c(109), &S::structure(c(83), &[S::leaf(i(445)), S::leaf(i(446))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(443)), S::leaf(i(444)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
    Entry { access: A::Get, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(447)), output: S::leaf(i(447)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 52, 32, 0, 4], index: 2, optional: false, input: S::leaf(i(448)), output: S::leaf(i(448)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 52, 32, 0, 4], index: 3, optional: false, input: S::structure(c(140), &[S::leaf(i(449)), S::leaf(i(450))]), output: S::structure(c(140), &[S::leaf(i(449)), S::leaf(i(450))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 52, 36, 0, 4], index: 2, optional: false, input: S::leaf(i(451)), output: S::leaf(i(451)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 52, 36, 0, 4], index: 3, optional: false, input: S::structure(c(141), &[S::leaf(i(452)), S::leaf(i(453))]), output: S::structure(c(141), &[S::leaf(i(452)), S::leaf(i(453))]), selection: None, protected: None },
    Entry { access: A::GetWithSelection, class_id: 7, obis: [1, 0, 52, 24, 0, 255], index: 2, optional: false, input: S::array(c(142), &S::structure(c(83), &[S::leaf(i(457)), S::leaf(i(458))])), output: S::array(c(142), &S::structure(c(83), &[S::leaf(i(457)), S::leaf(i(458))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(455)), S::leaf(i(456)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
    Entry { access: A::Get, class_id: 7, obis: [1, 0, 52, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(459)), output: S::leaf(i(459)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 72, 32, 0, 4], index: 2, optional: false, input: S::leaf(i(460)), output: S::leaf(i(460)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 72, 32, 0, 4], index: 3, optional: false, input: S::structure(c(143), &[S::leaf(i(461)), S::leaf(i(462))]), output: S::structure(c(143), &[S::leaf(i(461)), S::leaf(i(462))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 72, 36, 0, 4], index: 2, optional: false, input: S::leaf(i(463)), output: S::leaf(i(463)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [1, 0, 72, 36, 0, 4], index: 3, optional: false, input: S::structure(c(144), &[S::leaf(i(464)), S::leaf(i(465))]), output: S::structure(c(144), &[S::leaf(i(464)), S::leaf(i(465))]), selection: None, protected: None },
    Entry { access: A::GetWithSelection, class_id: 7, obis: [1, 0, 72, 24, 0, 255], index: 2, optional: false, input: S::array(c(145), &S::structure(c(83), &[S::leaf(i(469)), S::leaf(i(470))])), output: S::array(c(145), &S::structure(c(83), &[S::leaf(i(469)), S::leaf(i(470))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(467)), S::leaf(i(468)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
    Entry { access: A::Get, class_id: 7, obis: [1, 0, 72, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(471)), output: S::leaf(i(471)), selection: None, protected: None },
];

/// Entries of ECS24b.
#[rustfmt::skip]
pub static CODE_00BD: &[Entry] = &[
    Entry { access: A::Get, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 5, optional: false, input: S::structure(c(146), &[S::structure(c(24), &[S::leaf(i(516)), S::leaf(i(517))]), S::structure(c(25), &[S::leaf(i(518)), S::leaf(i(519)), S::leaf(i(520))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(521)), S::leaf(i(522))]))]), output: S::structure(c(146), &[S::structure(c(24), &[S::leaf(i(516)), S::leaf(i(517))]), S::structure(c(25), &[S::leaf(i(518)), S::leaf(i(519)), S::leaf(i(520))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(521)), S::leaf(i(522))]))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [0, 0, 94, 44, 1, 8], index: 2, optional: false, input: S::leaf(i(523)), output: S::leaf(i(523)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 3, obis: [0, 0, 94, 44, 1, 8], index: 3, optional: false, input: S::structure(c(147), &[S::leaf(i(524)), S::leaf(i(525))]), output: S::structure(c(147), &[S::leaf(i(524)), S::leaf(i(525))]), selection: None, protected: None },
    Entry { access: A::Get, class_id: 11, obis: [0, 0, 11, 0, 1, 255], index: 2, optional: false, input: S::array(c(137), &S::structure(c(14), &[S::leaf(i(526)), S::leaf(i(527)), S::leaf(i(528))])), output: S::array(c(137), &S::structure(c(14), &[S::leaf(i(526)), S::leaf(i(527)), S::leaf(i(528))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 3, optional: false, input: S::array(c(148), &S::structure(c(6), &[S::leaf(i(529)), S::leaf(i(530)), S::leaf(i(531))])), output: S::array(c(148), &S::structure(c(6), &[S::leaf(i(529)), S::leaf(i(530)), S::leaf(i(531))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 4, optional: false, input: S::array(c(149), &S::structure(c(8), &[S::leaf(i(532)), S::leaf(i(533)), S::leaf(i(534)), S::leaf(i(535)), S::leaf(i(536)), S::leaf(i(537)), S::leaf(i(538)), S::leaf(i(539))])), output: S::array(c(149), &S::structure(c(8), &[S::leaf(i(532)), S::leaf(i(533)), S::leaf(i(534)), S::leaf(i(535)), S::leaf(i(536)), S::leaf(i(537)), S::leaf(i(538)), S::leaf(i(539))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 5, optional: false, input: S::array(c(150), &S::structure(c(10), &[S::leaf(i(540)), S::array(c(11), &S::structure(c(12), &[S::leaf(i(541)), S::leaf(i(542)), S::leaf(i(543))]))])), output: S::array(c(150), &S::structure(c(10), &[S::leaf(i(540)), S::array(c(11), &S::structure(c(12), &[S::leaf(i(541)), S::leaf(i(542)), S::leaf(i(543))]))])), selection: None, protected: None },
];

/// Entries of ECS26j.
#[rustfmt::skip]
pub static CODE_00BE: &[Entry] = &[
    Entry { access: A::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 2, optional: false, input: S::structure(c(151), &[S::leaf(i(624)), S::leaf(i(625))]), output: S::structure(c(151), &[S::leaf(i(624)), S::leaf(i(625))]), selection: None, protected: None },
];

/// Entries of ECS15c.
#[rustfmt::skip]
pub static CODE_00C1: &[Entry] = &[
    Entry { access: A::Action, class_id: 7, obis: [0, 17, 99, 98, 2, 255], index: 1, optional: false, input: S::leaf(i(275)), output: S::leaf(i(275)), selection: None, protected: None },
];

/// Entries of ECS26k.
#[rustfmt::skip]
pub static CODE_00C6: &[Entry] = &[
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, input: S::leaf(i(626)), output: S::leaf(i(626)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, input: S::leaf(i(627)), output: S::leaf(i(627)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, input: S::leaf(i(628)), output: S::leaf(i(628)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, input: S::leaf(i(629)), output: S::leaf(i(629)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, input: S::leaf(i(630)), output: S::leaf(i(630)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, input: S::leaf(i(631)), output: S::leaf(i(631)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, input: S::leaf(i(632)), output: S::leaf(i(632)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, input: S::leaf(i(633)), output: S::leaf(i(633)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(634)), output: S::leaf(i(634)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(635)), output: S::leaf(i(635)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [1, 0, 52, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(636)), output: S::leaf(i(636)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [1, 0, 52, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(637)), output: S::leaf(i(637)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [1, 0, 72, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(638)), output: S::leaf(i(638)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [1, 0, 72, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(639)), output: S::leaf(i(639)), selection: None, protected: None },
];

/// Entries of ECS01d.
#[rustfmt::skip]
pub static CODE_00C7: &[Entry] = &[
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 6, optional: false, input: S::structure(c(133), &[S::structure(c(24), &[S::leaf(i(186)), S::leaf(i(187))]), S::structure(c(25), &[S::leaf(i(188)), S::leaf(i(189)), S::leaf(i(190))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(191)), S::leaf(i(192))]))]), output: S::structure(c(133), &[S::structure(c(24), &[S::leaf(i(186)), S::leaf(i(187))]), S::structure(c(25), &[S::leaf(i(188)), S::leaf(i(189)), S::leaf(i(190))]), S::array(c(26), &S::structure(c(27), &[S::leaf(i(191)), S::leaf(i(192))]))]), selection: None, protected: None },
    Entry { access: A::Set, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 7, optional: false, input: S::leaf(i(193)), output: S::leaf(i(193)), selection: None, protected: None },
];

/// Entries of ECS20d.
#[rustfmt::skip]
pub static CODE_00C9: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 98, 1, 5, 255], index: 2, optional: false, input: S::array(c(152), &S::structure(c(83), &[S::leaf(i(378)), S::leaf(i(379))])), output: S::array(c(152), &S::structure(c(83), &[S::leaf(i(378)), S::leaf(i(379))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(376)), S::leaf(i(377)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of ECS29c.
#[rustfmt::skip]
pub static CODE_00D1: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(699)), output: S::leaf(i(699)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(700)), output: S::leaf(i(700)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(701)), output: S::leaf(i(701)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, input: S::leaf(i(702)), output: S::leaf(i(702)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, input: S::leaf(i(703)), output: S::leaf(i(703)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, input: S::leaf(i(704)), output: S::leaf(i(704)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, input: S::leaf(i(705)), output: S::leaf(i(705)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, input: S::leaf(i(706)), output: S::leaf(i(706)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, input: S::leaf(i(707)), output: S::leaf(i(707)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, input: S::leaf(i(708)), output: S::leaf(i(708)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, input: S::leaf(i(709)), output: S::leaf(i(709)), selection: None, protected: None },
];

/// Entries of ECS29d.
#[rustfmt::skip]
pub static CODE_00D2: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(710)), output: S::leaf(i(710)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(711)), output: S::leaf(i(711)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 52, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(712)), output: S::leaf(i(712)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 52, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(713)), output: S::leaf(i(713)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 72, 31, 0, 4], index: 2, optional: false, input: S::leaf(i(714)), output: S::leaf(i(714)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [1, 0, 72, 35, 0, 4], index: 2, optional: false, input: S::leaf(i(715)), output: S::leaf(i(715)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(716)), output: S::leaf(i(716)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 7, obis: [1, 0, 52, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(717)), output: S::leaf(i(717)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 7, obis: [1, 0, 72, 24, 0, 255], index: 4, optional: false, input: S::leaf(i(718)), output: S::leaf(i(718)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, input: S::leaf(i(719)), output: S::leaf(i(719)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, input: S::leaf(i(720)), output: S::leaf(i(720)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, input: S::leaf(i(721)), output: S::leaf(i(721)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, input: S::leaf(i(722)), output: S::leaf(i(722)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, input: S::leaf(i(723)), output: S::leaf(i(723)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, input: S::leaf(i(724)), output: S::leaf(i(724)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, input: S::leaf(i(725)), output: S::leaf(i(725)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, input: S::leaf(i(726)), output: S::leaf(i(726)), selection: None, protected: None },
];

/// Entries of ECS29e.
#[rustfmt::skip]
pub static CODE_00D3: &[Entry] = &[
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 1, optional: false, input: S::leaf(i(727)), output: S::leaf(i(727)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 1, optional: false, input: S::leaf(i(728)), output: S::leaf(i(728)), selection: None, protected: None },
];

/// Entries of ECS29f.
#[rustfmt::skip]
pub static CODE_00D4: &[Entry] = &[
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 1, optional: false, input: S::leaf(i(729)), output: S::leaf(i(729)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 1, optional: false, input: S::leaf(i(730)), output: S::leaf(i(730)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 52, 32, 0, 4], index: 1, optional: false, input: S::leaf(i(731)), output: S::leaf(i(731)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 52, 36, 0, 4], index: 1, optional: false, input: S::leaf(i(732)), output: S::leaf(i(732)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 72, 32, 0, 4], index: 1, optional: false, input: S::leaf(i(733)), output: S::leaf(i(733)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 3, obis: [1, 0, 72, 36, 0, 4], index: 1, optional: false, input: S::leaf(i(734)), output: S::leaf(i(734)), selection: None, protected: None },
];

/// Entries of ECS30a.
#[rustfmt::skip]
pub static CODE_00D7: &[Entry] = &[
    Entry { access: A::Set, class_id: 22, obis: [0, 0, 15, 0, 0, 255], index: 4, optional: false, input: S::array(c(153), &S::structure(i(735), &[S::leaf(c(154)), S::leaf(c(155))])), output: S::array(c(153), &S::structure(i(735), &[S::leaf(c(154)), S::leaf(c(155))])), selection: None, protected: None },
];

/// Entries of ECS26l.
#[rustfmt::skip]
pub static CODE_00D9: &[Entry] = &[
    Entry { access: A::Get, class_id: 22, obis: [0, 0, 15, 0, 0, 255], index: 4, optional: false, input: S::array(c(153), &S::structure(i(640), &[S::leaf(c(154)), S::leaf(c(155))])), output: S::array(c(153), &S::structure(i(640), &[S::leaf(c(154)), S::leaf(c(155))])), selection: None, protected: None },
];

/// Entries of ECS48.
#[rustfmt::skip]
pub static CODE_00DB: &[Entry] = &[
    Entry { access: A::Set, class_id: 22, obis: [0, 0, 15, 1, 0, 255], index: 4, optional: false, input: S::array(c(156), &S::structure(i(834), &[S::leaf(c(154)), S::leaf(c(155))])), output: S::array(c(156), &S::structure(i(834), &[S::leaf(c(154)), S::leaf(c(155))])), selection: None, protected: None },
];

/// Entries of ECS08a.
#[rustfmt::skip]
pub static CODE_00DE: &[Entry] = &[
    Entry { access: A::Set, class_id: 11, obis: [0, 1, 11, 0, 2, 255], index: 2, optional: false, input: S::array(c(117), &S::structure(c(14), &[S::leaf(i(235)), S::leaf(i(236)), S::leaf(i(237))])), output: S::array(c(117), &S::structure(c(14), &[S::leaf(i(235)), S::leaf(i(236)), S::leaf(i(237))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 20], index: 4, optional: false, input: S::leaf(i(238)), output: S::leaf(i(238)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 10], index: 4, optional: false, input: S::leaf(i(239)), output: S::leaf(i(239)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 10, obis: [0, 1, 12, 0, 1, 255], index: 2, optional: false, input: S::array(c(120), &S::structure(c(80), &[S::leaf(i(240)), S::leaf(i(241)), S::leaf(i(242)), S::leaf(i(243)), S::leaf(i(244)), S::leaf(i(245)), S::leaf(i(246)), S::leaf(i(247)), S::leaf(i(248)), S::leaf(i(249))])), output: S::array(c(120), &S::structure(c(80), &[S::leaf(i(240)), S::leaf(i(241)), S::leaf(i(242)), S::leaf(i(243)), S::leaf(i(244)), S::leaf(i(245)), S::leaf(i(246)), S::leaf(i(247)), S::leaf(i(248)), S::leaf(i(249))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 12], index: 4, optional: false, input: S::leaf(i(250)), output: S::leaf(i(250)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 13], index: 4, optional: false, input: S::leaf(i(251)), output: S::leaf(i(251)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 9], index: 4, optional: false, input: S::leaf(i(252)), output: S::leaf(i(252)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 2], index: 4, optional: false, input: S::leaf(i(253)), output: S::leaf(i(253)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 31], index: 6, optional: false, input: S::leaf(i(254)), output: S::leaf(i(254)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 3], index: 4, optional: false, input: S::leaf(i(255)), output: S::leaf(i(255)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 20], index: 6, optional: false, input: S::leaf(i(256)), output: S::leaf(i(256)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 10], index: 6, optional: false, input: S::leaf(i(257)), output: S::leaf(i(257)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 12], index: 6, optional: false, input: S::leaf(i(258)), output: S::leaf(i(258)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 13], index: 6, optional: false, input: S::leaf(i(259)), output: S::leaf(i(259)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 9], index: 6, optional: false, input: S::leaf(i(260)), output: S::leaf(i(260)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 2], index: 6, optional: false, input: S::leaf(i(261)), output: S::leaf(i(261)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 3], index: 6, optional: false, input: S::leaf(i(262)), output: S::leaf(i(262)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 28], index: 6, optional: false, input: S::leaf(i(263)), output: S::leaf(i(263)), selection: None, protected: None },
];

/// Entries of ECS25a1.
#[rustfmt::skip]
pub static CODE_00EA: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 30, 97, 98, 12, 255], index: 2, optional: false, input: S::leaf(i(545)), output: S::leaf(i(545)), selection: None, protected: None },
];

/// Entries of ECS25a2.
#[rustfmt::skip]
pub static CODE_00EB: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 30, 97, 98, 13, 255], index: 2, optional: false, input: S::leaf(i(546)), output: S::leaf(i(546)), selection: None, protected: None },
];

/// Entries of ECS25a3.
#[rustfmt::skip]
pub static CODE_00EC: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 30, 97, 98, 14, 255], index: 2, optional: false, input: S::leaf(i(547)), output: S::leaf(i(547)), selection: None, protected: None },
];

/// Entries of ECS25b3.
#[rustfmt::skip]
pub static CODE_00ED: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 33, 97, 98, 14, 255], index: 2, optional: false, input: S::leaf(i(549)), output: S::leaf(i(549)), selection: None, protected: None },
];

/// Entries of ECS25r1.
#[rustfmt::skip]
pub static CODE_00EE: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 30, 97, 98, 15, 255], index: 2, optional: false, input: S::leaf(i(550)), output: S::leaf(i(550)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 30, 97, 98, 16, 255], index: 2, optional: false, input: S::leaf(i(551)), output: S::leaf(i(551)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 30, 97, 98, 17, 255], index: 2, optional: false, input: S::leaf(i(552)), output: S::leaf(i(552)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 30, 97, 98, 18, 255], index: 2, optional: false, input: S::leaf(i(553)), output: S::leaf(i(553)), selection: None, protected: None },
];

/// Entries of ECS25r2.
#[rustfmt::skip]
pub static CODE_00EF: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 33, 97, 98, 15, 255], index: 2, optional: false, input: S::leaf(i(554)), output: S::leaf(i(554)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 33, 97, 98, 18, 255], index: 2, optional: false, input: S::leaf(i(555)), output: S::leaf(i(555)), selection: None, protected: None },
];

/// Entries of ECS26m.
#[rustfmt::skip]
pub static CODE_00F9: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 96, 1, 2, 255], index: 2, optional: false, input: S::leaf(i(641)), output: S::leaf(i(641)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 96, 1, 4, 255], index: 2, optional: false, input: S::leaf(i(642)), output: S::leaf(i(642)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 96, 1, 6, 255], index: 2, optional: false, input: S::leaf(i(643)), output: S::leaf(i(643)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 4], index: 2, optional: false, input: S::leaf(i(644)), output: S::leaf(i(644)), selection: None, protected: None },
];

/// Entries of ECS26n.
#[rustfmt::skip]
pub static CODE_00FA: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 96, 1, 4, 255], index: 2, optional: false, input: S::leaf(i(645)), output: S::leaf(i(645)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 96, 1, 6, 255], index: 2, optional: false, input: S::leaf(i(646)), output: S::leaf(i(646)), selection: None, protected: None },
];

/// Entries of ECS35g.
#[rustfmt::skip]
pub static CODE_00FD: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 17, 99, 98, 2, 255], index: 2, optional: false, input: S::array(c(157), &S::structure(c(158), &[S::leaf(i(769)), S::leaf(i(770)), S::leaf(i(771)), S::leaf(i(772))])), output: S::array(c(157), &S::structure(c(158), &[S::leaf(i(769)), S::leaf(i(770)), S::leaf(i(771)), S::leaf(i(772))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(767)), S::leaf(i(768)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of CCS07.
#[rustfmt::skip]
pub static CODE_00FE: &[Entry] = &[
    Entry { access: A::Action, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 4, optional: false, input: S::leaf(i(26)), output: S::structure(c(159), &[S::leaf(i(27)), S::leaf(i(28)), S::array(c(160), &S::structure(c(161), &[S::leaf(i(29)), S::leaf(i(30))]))]), selection: None, protected: None },
    Entry { access: A::Action, class_id: 104, obis: [0, 0, 30, 3, 1, 255], index: 4, optional: false, input: S::leaf(i(31)), output: S::structure(c(162), &[S::leaf(i(32)), S::leaf(i(33)), S::array(c(160), &S::structure(c(161), &[S::leaf(i(34)), S::leaf(i(35))]))]), selection: None, protected: None },
];

/// Entries of DBCH01.
#[rustfmt::skip]
pub static CODE_010A: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 10, 2], index: 2, optional: false, input: S::leaf(i(42)), output: S::leaf(i(42)), selection: None, protected: None },
];

/// Entries of DBCH02.
#[rustfmt::skip]
pub static CODE_010B: &[Entry] = &[
    Entry { access: A::GetWithSelection, class_id: 7, obis: [0, 0, 94, 44, 10, 3], index: 2, optional: false, input: S::array(c(163), &S::structure(c(124), &[S::leaf(i(46)), S::leaf(i(47)), S::leaf(i(48))])), output: S::array(c(163), &S::structure(c(124), &[S::leaf(i(46)), S::leaf(i(47)), S::leaf(i(48))])), selection: Some(S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(i(44)), S::leaf(i(45)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])), protected: None },
];

/// Entries of DBCH03.
#[rustfmt::skip]
pub static CODE_010C: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 10, 0], index: 2, optional: false, input: S::structure(c(164), &[S::leaf(i(49)), S::leaf(i(50)), S::leaf(i(51)), S::leaf(i(52)), S::leaf(i(53)), S::leaf(i(54)), S::leaf(i(55)), S::leaf(i(56)), S::leaf(i(57)), S::leaf(i(58)), S::leaf(i(59)), S::leaf(i(60)), S::leaf(i(61)), S::leaf(i(62)), S::leaf(i(63))]), output: S::structure(c(164), &[S::leaf(i(49)), S::leaf(i(50)), S::leaf(i(51)), S::leaf(i(52)), S::leaf(i(53)), S::leaf(i(54)), S::leaf(i(55)), S::leaf(i(56)), S::leaf(i(57)), S::leaf(i(58)), S::leaf(i(59)), S::leaf(i(60)), S::leaf(i(61)), S::leaf(i(62)), S::leaf(i(63))]), selection: None, protected: None },
];

/// Entries of DBCH04.
#[rustfmt::skip]
pub static CODE_010D: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 10, 0], index: 2, optional: false, input: S::structure(c(164), &[S::leaf(i(64)), S::leaf(i(65)), S::leaf(i(66)), S::leaf(i(67)), S::leaf(i(68)), S::leaf(i(69)), S::leaf(i(70)), S::leaf(i(71)), S::leaf(i(72)), S::leaf(i(73)), S::leaf(i(74)), S::leaf(i(75)), S::leaf(i(76)), S::leaf(i(77)), S::leaf(i(78))]), output: S::structure(c(164), &[S::leaf(i(64)), S::leaf(i(65)), S::leaf(i(66)), S::leaf(i(67)), S::leaf(i(68)), S::leaf(i(69)), S::leaf(i(70)), S::leaf(i(71)), S::leaf(i(72)), S::leaf(i(73)), S::leaf(i(74)), S::leaf(i(75)), S::leaf(i(76)), S::leaf(i(77)), S::leaf(i(78))]), selection: None, protected: None },
];

/// Entries of DBCH05.
#[rustfmt::skip]
pub static CODE_010E: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 10, 1], index: 2, optional: false, input: S::leaf(i(79)), output: S::leaf(i(79)), selection: None, protected: None },
];

/// Entries of CCS06.
#[rustfmt::skip]
pub static CODE_010F: &[Entry] = &[
    Entry { access: A::Get, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 4, optional: false, input: S::array(c(165), &S::structure(c(166), &[S::leaf(i(12)), S::leaf(i(13)), S::leaf(i(14)), S::leaf(i(15)), S::leaf(i(16)), S::leaf(i(17)), S::leaf(i(18)), S::leaf(i(19)), S::leaf(i(20)), S::leaf(i(21)), S::leaf(i(22)), S::leaf(i(23)), S::leaf(i(24)), S::leaf(i(25))])), output: S::array(c(165), &S::structure(c(166), &[S::leaf(i(12)), S::leaf(i(13)), S::leaf(i(14)), S::leaf(i(15)), S::leaf(i(16)), S::leaf(i(17)), S::leaf(i(18)), S::leaf(i(19)), S::leaf(i(20)), S::leaf(i(21)), S::leaf(i(22)), S::leaf(i(23)), S::leaf(i(24)), S::leaf(i(25))])), selection: None, protected: None },
];

/// Entries of ECS46d.
#[rustfmt::skip]
pub static CODE_011A: &[Entry] = &[
    Entry { access: A::Set, class_id: 11, obis: [0, 1, 11, 0, 3, 255], index: 2, optional: false, input: S::array(c(167), &S::structure(c(14), &[S::leaf(i(797)), S::leaf(i(798)), S::leaf(i(799))])), output: S::array(c(167), &S::structure(c(14), &[S::leaf(i(797)), S::leaf(i(798)), S::leaf(i(799))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 10, obis: [0, 1, 12, 0, 2, 255], index: 2, optional: false, input: S::array(c(168), &S::structure(c(80), &[S::leaf(i(800)), S::leaf(i(801)), S::leaf(i(802)), S::leaf(i(803)), S::leaf(i(804)), S::leaf(i(805)), S::leaf(i(806)), S::leaf(i(807)), S::leaf(i(808)), S::leaf(i(809))])), output: S::array(c(168), &S::structure(c(80), &[S::leaf(i(800)), S::leaf(i(801)), S::leaf(i(802)), S::leaf(i(803)), S::leaf(i(804)), S::leaf(i(805)), S::leaf(i(806)), S::leaf(i(807)), S::leaf(i(808)), S::leaf(i(809))])), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 26], index: 6, optional: false, input: S::leaf(i(810)), output: S::leaf(i(810)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 35], index: 6, optional: false, input: S::leaf(i(811)), output: S::leaf(i(811)), selection: None, protected: None },
];

/// Entries of ECS61d.
#[rustfmt::skip]
pub static CODE_011C: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 11], index: 2, optional: true, input: S::leaf(i(851)), output: S::leaf(i(851)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 12], index: 2, optional: true, input: S::leaf(i(852)), output: S::leaf(i(852)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 13], index: 2, optional: true, input: S::leaf(i(853)), output: S::leaf(i(853)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 14], index: 2, optional: true, input: S::leaf(i(854)), output: S::leaf(i(854)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 15], index: 2, optional: true, input: S::leaf(i(855)), output: S::leaf(i(855)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 11, obis: [0, 0, 11, 0, 3, 255], index: 2, optional: false, input: S::array(c(167), &S::structure(c(14), &[S::leaf(i(856)), S::leaf(i(857)), S::leaf(i(858))])), output: S::array(c(167), &S::structure(c(14), &[S::leaf(i(856)), S::leaf(i(857)), S::leaf(i(858))])), selection: None, protected: None },
    Entry { access: A::Get, class_id: 10, obis: [0, 0, 12, 0, 2, 255], index: 2, optional: false, input: S::array(c(168), &S::structure(c(80), &[S::leaf(i(859)), S::leaf(i(860)), S::leaf(i(861)), S::leaf(i(862)), S::leaf(i(863)), S::leaf(i(864)), S::leaf(i(865)), S::leaf(i(866)), S::leaf(i(867)), S::leaf(i(868))])), output: S::array(c(168), &S::structure(c(80), &[S::leaf(i(859)), S::leaf(i(860)), S::leaf(i(861)), S::leaf(i(862)), S::leaf(i(863)), S::leaf(i(864)), S::leaf(i(865)), S::leaf(i(866)), S::leaf(i(867)), S::leaf(i(868))])), selection: None, protected: None },
];

/// Entries of ECS61e.
#[rustfmt::skip]
pub static CODE_011D: &[Entry] = &[
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 21], index: 2, optional: false, input: S::leaf(i(869)), output: S::leaf(i(869)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 22], index: 2, optional: false, input: S::leaf(i(870)), output: S::leaf(i(870)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 23], index: 2, optional: false, input: S::leaf(i(871)), output: S::leaf(i(871)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 24], index: 2, optional: false, input: S::leaf(i(872)), output: S::leaf(i(872)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 25], index: 2, optional: false, input: S::leaf(i(873)), output: S::leaf(i(873)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 31], index: 2, optional: false, input: S::leaf(i(874)), output: S::leaf(i(874)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 32], index: 2, optional: false, input: S::leaf(i(875)), output: S::leaf(i(875)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 33], index: 2, optional: false, input: S::leaf(i(876)), output: S::leaf(i(876)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 34], index: 2, optional: false, input: S::leaf(i(877)), output: S::leaf(i(877)), selection: None, protected: None },
    Entry { access: A::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 35], index: 2, optional: false, input: S::leaf(i(878)), output: S::leaf(i(878)), selection: None, protected: None },
];

/// Entries of ECS47a.
#[rustfmt::skip]
pub static CODE_011E: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 117, 1], index: 2, optional: true, input: S::leaf(i(812)), output: S::leaf(i(812)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 117, 2], index: 2, optional: true, input: S::leaf(i(813)), output: S::leaf(i(813)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 118, 1], index: 2, optional: true, input: S::leaf(i(814)), output: S::leaf(i(814)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 118, 2], index: 2, optional: true, input: S::leaf(i(815)), output: S::leaf(i(815)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 119, 1], index: 2, optional: true, input: S::leaf(i(816)), output: S::leaf(i(816)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 119, 2], index: 2, optional: true, input: S::leaf(i(817)), output: S::leaf(i(817)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 120, 1], index: 2, optional: true, input: S::leaf(i(818)), output: S::leaf(i(818)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 120, 2], index: 2, optional: true, input: S::leaf(i(819)), output: S::leaf(i(819)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 121, 1], index: 2, optional: true, input: S::leaf(i(820)), output: S::leaf(i(820)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 121, 2], index: 2, optional: true, input: S::leaf(i(821)), output: S::leaf(i(821)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 9, obis: [0, 0, 10, 0, 103, 255], index: 1, optional: false, input: S::leaf(i(822)), output: S::leaf(i(822)), selection: None, protected: None },
];

/// Entries of ECS47e.
#[rustfmt::skip]
pub static CODE_011F: &[Entry] = &[
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 117, 3], index: 2, optional: true, input: S::leaf(i(823)), output: S::leaf(i(823)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 117, 4], index: 2, optional: true, input: S::leaf(i(824)), output: S::leaf(i(824)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 118, 3], index: 2, optional: true, input: S::leaf(i(825)), output: S::leaf(i(825)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 118, 4], index: 2, optional: true, input: S::leaf(i(826)), output: S::leaf(i(826)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 119, 3], index: 2, optional: true, input: S::leaf(i(827)), output: S::leaf(i(827)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 119, 4], index: 2, optional: true, input: S::leaf(i(828)), output: S::leaf(i(828)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 120, 3], index: 2, optional: true, input: S::leaf(i(829)), output: S::leaf(i(829)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 120, 4], index: 2, optional: true, input: S::leaf(i(830)), output: S::leaf(i(830)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 121, 3], index: 2, optional: true, input: S::leaf(i(831)), output: S::leaf(i(831)), selection: None, protected: None },
    Entry { access: A::Set, class_id: 1, obis: [0, 0, 94, 44, 121, 4], index: 2, optional: true, input: S::leaf(i(832)), output: S::leaf(i(832)), selection: None, protected: None },
    Entry { access: A::Action, class_id: 9, obis: [0, 0, 10, 0, 107, 255], index: 1, optional: false, input: S::leaf(i(833)), output: S::leaf(i(833)), selection: None, protected: None },
];

/// The use cases by their message codes.
#[rustfmt::skip]
pub static BINDINGS: &[Binding] = &[
    Binding { code: 0x0001, entries: CODE_0001 },
    Binding { code: 0x0002, entries: CODE_0002 },
    Binding { code: 0x0003, entries: CODE_0003 },
    Binding { code: 0x0007, entries: CODE_0007 },
    Binding { code: 0x0019, entries: CODE_0019 },
    Binding { code: 0x001A, entries: CODE_001A },
    Binding { code: 0x001B, entries: CODE_001B },
    Binding { code: 0x001C, entries: CODE_001C },
    Binding { code: 0x001D, entries: CODE_001D },
    Binding { code: 0x001E, entries: CODE_001E },
    Binding { code: 0x0020, entries: CODE_0020 },
    Binding { code: 0x0021, entries: CODE_0021 },
    Binding { code: 0x0022, entries: CODE_0022 },
    Binding { code: 0x0023, entries: CODE_0023 },
    Binding { code: 0x0024, entries: CODE_0024 },
    Binding { code: 0x0025, entries: CODE_0025 },
    Binding { code: 0x0026, entries: CODE_0026 },
    Binding { code: 0x0027, entries: CODE_0027 },
    Binding { code: 0x0028, entries: CODE_0028 },
    Binding { code: 0x0029, entries: CODE_0029 },
    Binding { code: 0x002A, entries: CODE_002A },
    Binding { code: 0x002B, entries: CODE_002B },
    Binding { code: 0x002C, entries: CODE_002C },
    Binding { code: 0x002D, entries: CODE_002D },
    Binding { code: 0x002E, entries: CODE_002E },
    Binding { code: 0x002F, entries: CODE_002F },
    Binding { code: 0x0030, entries: CODE_0030 },
    Binding { code: 0x0033, entries: CODE_0033 },
    Binding { code: 0x0034, entries: CODE_0034 },
    Binding { code: 0x0035, entries: CODE_0035 },
    Binding { code: 0x0036, entries: CODE_0036 },
    Binding { code: 0x0037, entries: CODE_0037 },
    Binding { code: 0x0038, entries: CODE_0038 },
    Binding { code: 0x0039, entries: CODE_0039 },
    Binding { code: 0x003A, entries: CODE_003A },
    Binding { code: 0x003B, entries: CODE_003B },
    Binding { code: 0x003C, entries: CODE_003C },
    Binding { code: 0x003D, entries: CODE_003D },
    Binding { code: 0x0040, entries: CODE_0040 },
    Binding { code: 0x0042, entries: CODE_0042 },
    Binding { code: 0x0043, entries: CODE_0043 },
    Binding { code: 0x0044, entries: CODE_0044 },
    Binding { code: 0x0045, entries: CODE_0045 },
    Binding { code: 0x0047, entries: CODE_0047 },
    Binding { code: 0x0048, entries: CODE_0048 },
    Binding { code: 0x0049, entries: CODE_0049 },
    Binding { code: 0x004A, entries: CODE_004A },
    Binding { code: 0x004B, entries: CODE_004B },
    Binding { code: 0x004C, entries: CODE_004C },
    Binding { code: 0x004D, entries: CODE_004D },
    Binding { code: 0x004E, entries: CODE_004E },
    Binding { code: 0x004F, entries: CODE_004F },
    Binding { code: 0x0050, entries: CODE_0050 },
    Binding { code: 0x0051, entries: CODE_0051 },
    Binding { code: 0x0052, entries: CODE_0052 },
    Binding { code: 0x0053, entries: CODE_0053 },
    Binding { code: 0x0058, entries: CODE_0058 },
    Binding { code: 0x0059, entries: CODE_0059 },
    Binding { code: 0x005A, entries: CODE_005A },
    Binding { code: 0x005E, entries: CODE_005E },
    Binding { code: 0x005F, entries: CODE_005F },
    Binding { code: 0x0060, entries: CODE_0060 },
    Binding { code: 0x0062, entries: CODE_0062 },
    Binding { code: 0x0068, entries: CODE_0068 },
    Binding { code: 0x0069, entries: CODE_0069 },
    Binding { code: 0x0093, entries: CODE_0093 },
    Binding { code: 0x0094, entries: CODE_0094 },
    Binding { code: 0x00A2, entries: CODE_00A2 },
    Binding { code: 0x00AC, entries: CODE_00AC },
    Binding { code: 0x00AE, entries: CODE_00AE },
    Binding { code: 0x00B0, entries: CODE_00B0 },
    Binding { code: 0x00B3, entries: CODE_00B3 },
    Binding { code: 0x00B7, entries: CODE_00B7 },
    Binding { code: 0x00B9, entries: CODE_00B9 },
    Binding { code: 0x00BC, entries: CODE_00BC },
    Binding { code: 0x00BD, entries: CODE_00BD },
    Binding { code: 0x00BE, entries: CODE_00BE },
    Binding { code: 0x00C1, entries: CODE_00C1 },
    Binding { code: 0x00C6, entries: CODE_00C6 },
    Binding { code: 0x00C7, entries: CODE_00C7 },
    Binding { code: 0x00C9, entries: CODE_00C9 },
    Binding { code: 0x00D1, entries: CODE_00D1 },
    Binding { code: 0x00D2, entries: CODE_00D2 },
    Binding { code: 0x00D3, entries: CODE_00D3 },
    Binding { code: 0x00D4, entries: CODE_00D4 },
    Binding { code: 0x00D7, entries: CODE_00D7 },
    Binding { code: 0x00D9, entries: CODE_00D9 },
    Binding { code: 0x00DB, entries: CODE_00DB },
    Binding { code: 0x00DE, entries: CODE_00DE },
    Binding { code: 0x00EA, entries: CODE_00EA },
    Binding { code: 0x00EB, entries: CODE_00EB },
    Binding { code: 0x00EC, entries: CODE_00EC },
    Binding { code: 0x00ED, entries: CODE_00ED },
    Binding { code: 0x00EE, entries: CODE_00EE },
    Binding { code: 0x00EF, entries: CODE_00EF },
    Binding { code: 0x00F9, entries: CODE_00F9 },
    Binding { code: 0x00FA, entries: CODE_00FA },
    Binding { code: 0x00FD, entries: CODE_00FD },
    Binding { code: 0x00FE, entries: CODE_00FE },
    Binding { code: 0x010A, entries: CODE_010A },
    Binding { code: 0x010B, entries: CODE_010B },
    Binding { code: 0x010C, entries: CODE_010C },
    Binding { code: 0x010D, entries: CODE_010D },
    Binding { code: 0x010E, entries: CODE_010E },
    Binding { code: 0x010F, entries: CODE_010F },
    Binding { code: 0x011A, entries: CODE_011A },
    Binding { code: 0x011C, entries: CODE_011C },
    Binding { code: 0x011D, entries: CODE_011D },
    Binding { code: 0x011E, entries: CODE_011E },
    Binding { code: 0x011F, entries: CODE_011F },
];

/// One entry for each attribute or method of an object that any use case has.
#[rustfmt::skip]
pub static OBJECTS: &[&Entry] = &[
    &CODE_0059[0],
    &CODE_003D[0],
    &CODE_003D[2],
    &CODE_003D[1],
    &CODE_0068[0],
    &CODE_0053[0],
    &CODE_0053[1],
    &CODE_0053[2],
    &CODE_0053[3],
    &CODE_0053[4],
    &CODE_011D[0],
    &CODE_011D[1],
    &CODE_011D[2],
    &CODE_011D[3],
    &CODE_011D[4],
    &CODE_011D[5],
    &CODE_011D[6],
    &CODE_011D[7],
    &CODE_011D[8],
    &CODE_011D[9],
    &CODE_0023[0],
    &CODE_0022[0],
    &CODE_002C[0],
    &CODE_002C[1],
    &CODE_002B[0],
    &CODE_005E[2],
    &CODE_005E[3],
    &CODE_005E[4],
    &CODE_005E[5],
    &CODE_005E[6],
    &CODE_005E[0],
    &CODE_010C[0],
    &CODE_010E[0],
    &CODE_010A[0],
    &CODE_004C[0],
    &CODE_0028[0],
    &CODE_011E[0],
    &CODE_011E[1],
    &CODE_011F[0],
    &CODE_011F[1],
    &CODE_011E[2],
    &CODE_011E[3],
    &CODE_011F[2],
    &CODE_011F[3],
    &CODE_011E[4],
    &CODE_011E[5],
    &CODE_011F[4],
    &CODE_011F[5],
    &CODE_011E[6],
    &CODE_011E[7],
    &CODE_011F[6],
    &CODE_011F[7],
    &CODE_011E[8],
    &CODE_011E[9],
    &CODE_011F[8],
    &CODE_011F[9],
    &CODE_00F9[0],
    &CODE_00F9[1],
    &CODE_00F9[2],
    &CODE_0021[0],
    &CODE_0058[0],
    &CODE_00AC[0],
    &CODE_00EA[0],
    &CODE_00EB[0],
    &CODE_00EC[0],
    &CODE_00EE[0],
    &CODE_00EE[1],
    &CODE_00EE[2],
    &CODE_00EE[3],
    &CODE_00B0[0],
    &CODE_00ED[0],
    &CODE_00EF[0],
    &CODE_00EF[1],
    &CODE_004D[0],
    &CODE_003C[9],
    &CODE_003C[8],
    &CODE_00AE[13],
    &CODE_00AE[14],
    &CODE_00AE[15],
    &CODE_00AE[16],
    &CODE_003A[0],
    &CODE_003A[1],
    &CODE_00BD[1],
    &CODE_00BD[2],
    &CODE_0044[0],
    &CODE_0042[1],
    &CODE_0042[2],
    &CODE_0026[0],
    &CODE_0026[1],
    &CODE_0026[2],
    &CODE_0026[3],
    &CODE_0045[11],
    &CODE_0039[0],
    &CODE_0039[1],
    &CODE_0045[12],
    &CODE_0039[2],
    &CODE_0039[3],
    &CODE_00AE[19],
    &CODE_00BC[6],
    &CODE_00BC[7],
    &CODE_00AE[20],
    &CODE_00BC[8],
    &CODE_00BC[9],
    &CODE_00AE[21],
    &CODE_00BC[12],
    &CODE_00BC[13],
    &CODE_00AE[22],
    &CODE_00BC[14],
    &CODE_00BC[15],
    &CODE_005A[0],
    &CODE_002C[2],
    &CODE_002C[3],
    &CODE_002C[4],
    &CODE_005A[1],
    &CODE_002C[5],
    &CODE_002C[6],
    &CODE_002C[7],
    &CODE_005A[2],
    &CODE_002B[1],
    &CODE_002B[2],
    &CODE_002B[3],
    &CODE_010B[0],
    &CODE_002E[0],
    &CODE_00C9[0],
    &CODE_0035[0],
    &CODE_0036[0],
    &CODE_0038[0],
    &CODE_0024[0],
    &CODE_0048[0],
    &CODE_0049[0],
    &CODE_00B9[0],
    &CODE_005E[1],
    &CODE_00C1[0],
    &CODE_00FD[0],
    &CODE_0039[4],
    &CODE_0039[5],
    &CODE_00BC[10],
    &CODE_00AE[1],
    &CODE_00BC[16],
    &CODE_00AE[2],
    &CODE_0062[3],
    &CODE_0062[4],
    &CODE_0062[2],
    &CODE_0062[1],
    &CODE_0062[0],
    &CODE_001D[0],
    &CODE_011E[10],
    &CODE_004F[0],
    &CODE_011F[10],
    &CODE_002C[8],
    &CODE_003B[16],
    &CODE_011C[6],
    &CODE_00DE[3],
    &CODE_011A[1],
    &CODE_003A[5],
    &CODE_00BD[3],
    &CODE_003B[1],
    &CODE_011C[5],
    &CODE_0019[3],
    &CODE_00B7[4],
    &CODE_00DE[0],
    &CODE_011A[0],
    &CODE_003A[2],
    &CODE_003A[3],
    &CODE_003A[4],
    &CODE_0019[0],
    &CODE_0019[1],
    &CODE_0019[2],
    &CODE_0019[15],
    &CODE_00BD[4],
    &CODE_00BD[5],
    &CODE_00BD[6],
    &CODE_00B7[1],
    &CODE_00B7[2],
    &CODE_00B7[3],
    &CODE_00B7[5],
    &CODE_0040[0],
    &CODE_003B[9],
    &CODE_003A[6],
    &CODE_003A[7],
    &CODE_003A[8],
    &CODE_003A[9],
    &CODE_003A[10],
    &CODE_003A[11],
    &CODE_003A[12],
    &CODE_003A[13],
    &CODE_0019[4],
    &CODE_0019[5],
    &CODE_0019[6],
    &CODE_0019[7],
    &CODE_0019[8],
    &CODE_0019[9],
    &CODE_0019[10],
    &CODE_0019[11],
    &CODE_00D7[0],
    &CODE_00DB[0],
    &CODE_002D[0],
    &CODE_0030[0],
    &CODE_002F[0],
    &CODE_0060[0],
    &CODE_0033[0],
    &CODE_0034[0],
    &CODE_0037[0],
    &CODE_0027[0],
    &CODE_0029[0],
    &CODE_002A[0],
    &CODE_0052[0],
    &CODE_0042[3],
    &CODE_0042[4],
    &CODE_0042[5],
    &CODE_003C[0],
    &CODE_003C[1],
    &CODE_003C[2],
    &CODE_003C[3],
    &CODE_003C[4],
    &CODE_003C[5],
    &CODE_003C[6],
    &CODE_003C[7],
    &CODE_0001[0],
    &CODE_0001[2],
    &CODE_0002[0],
    &CODE_0001[1],
    &CODE_010F[0],
    &CODE_00FE[0],
    &CODE_0003[0],
    &CODE_00FE[1],
    &CODE_00BE[0],
    &CODE_003B[17],
    &CODE_003B[11],
    &CODE_003B[12],
    &CODE_003B[13],
    &CODE_001A[0],
    &CODE_001A[1],
    &CODE_001A[2],
    &CODE_001C[0],
    &CODE_0069[0],
    &CODE_00B3[0],
    &CODE_00B3[1],
    &CODE_0020[0],
    &CODE_003B[14],
    &CODE_003B[15],
    &CODE_00B3[2],
    &CODE_003A[16],
    &CODE_0019[14],
    &CODE_0019[19],
    &CODE_001E[5],
    &CODE_001E[8],
    &CODE_003B[0],
    &CODE_001E[0],
    &CODE_001E[3],
    &CODE_001E[6],
    &CODE_001E[9],
    &CODE_003B[4],
    &CODE_001E[1],
    &CODE_001E[4],
    &CODE_001E[7],
    &CODE_001E[2],
    &CODE_003A[15],
    &CODE_0019[13],
    &CODE_0019[18],
    &CODE_00BD[0],
    &CODE_00B7[0],
    &CODE_00B7[6],
    &CODE_0007[0],
    &CODE_0019[20],
    &CODE_0042[0],
    &CODE_0043[0],
    &CODE_0043[4],
    &CODE_003A[14],
    &CODE_0019[12],
    &CODE_0019[17],
    &CODE_003B[8],
    &CODE_00DE[2],
    &CODE_00DE[11],
    &CODE_003B[10],
    &CODE_00DE[1],
    &CODE_00DE[10],
    &CODE_00DE[7],
    &CODE_00DE[15],
    &CODE_00DE[9],
    &CODE_00DE[16],
    &CODE_0043[2],
    &CODE_0043[6],
    &CODE_0043[1],
    &CODE_0043[5],
    &CODE_0043[3],
    &CODE_0043[7],
    &CODE_00DE[6],
    &CODE_00DE[14],
    &CODE_00DE[4],
    &CODE_00DE[12],
    &CODE_00DE[5],
    &CODE_00DE[13],
    &CODE_001B[1],
    &CODE_001B[3],
    &CODE_011A[2],
    &CODE_00DE[17],
    &CODE_0019[16],
    &CODE_00B7[7],
    &CODE_00DE[8],
    &CODE_011A[3],
    &CODE_0025[0],
    &CODE_0025[1],
];

/// Attributes and methods by class.
#[rustfmt::skip]
pub static CLASSES: &[ClassShape] = &[
    ClassShape { class_id: 1, method: false, index: 2, input: S::leaf(c(169)), output: S::leaf(c(169)) },
    ClassShape { class_id: 3, method: false, index: 2, input: S::leaf(c(169)), output: S::leaf(c(169)) },
    ClassShape { class_id: 3, method: false, index: 3, input: S::structure(c(208), &[S::leaf(c(209)), S::leaf(c(210))]), output: S::structure(c(208), &[S::leaf(c(209)), S::leaf(c(210))]) },
    ClassShape { class_id: 3, method: true, index: 1, input: S::leaf(c(211)), output: S::leaf(c(211)) },
    ClassShape { class_id: 4, method: false, index: 2, input: S::leaf(c(169)), output: S::leaf(c(169)) },
    ClassShape { class_id: 4, method: false, index: 3, input: S::structure(c(208), &[S::leaf(c(209)), S::leaf(c(210))]), output: S::structure(c(208), &[S::leaf(c(209)), S::leaf(c(210))]) },
    ClassShape { class_id: 4, method: false, index: 4, input: S::leaf(c(212)), output: S::leaf(c(212)) },
    ClassShape { class_id: 4, method: false, index: 5, input: S::leaf(c(213)), output: S::leaf(c(213)) },
    ClassShape { class_id: 4, method: true, index: 1, input: S::leaf(c(211)), output: S::leaf(c(211)) },
    ClassShape { class_id: 5, method: false, index: 2, input: S::leaf(c(214)), output: S::leaf(c(214)) },
    ClassShape { class_id: 5, method: false, index: 3, input: S::leaf(c(215)), output: S::leaf(c(215)) },
    ClassShape { class_id: 5, method: false, index: 4, input: S::structure(c(208), &[S::leaf(c(209)), S::leaf(c(210))]), output: S::structure(c(208), &[S::leaf(c(209)), S::leaf(c(210))]) },
    ClassShape { class_id: 5, method: false, index: 5, input: S::leaf(c(212)), output: S::leaf(c(212)) },
    ClassShape { class_id: 5, method: false, index: 6, input: S::leaf(c(213)), output: S::leaf(c(213)) },
    ClassShape { class_id: 5, method: false, index: 7, input: S::leaf(c(216)), output: S::leaf(c(216)) },
    ClassShape { class_id: 5, method: false, index: 8, input: S::leaf(c(217)), output: S::leaf(c(217)) },
    ClassShape { class_id: 5, method: false, index: 9, input: S::leaf(c(218)), output: S::leaf(c(218)) },
    ClassShape { class_id: 5, method: true, index: 1, input: S::leaf(c(211)), output: S::leaf(c(211)) },
    ClassShape { class_id: 5, method: true, index: 2, input: S::leaf(c(219)), output: S::leaf(c(219)) },
    ClassShape { class_id: 6, method: false, index: 2, input: S::array(c(220), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43))])), output: S::array(c(220), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43))])) },
    ClassShape { class_id: 6, method: false, index: 3, input: S::array(c(221), &S::structure(c(222), &[S::leaf(c(223)), S::array(c(224), &S::leaf(c(225)))])), output: S::array(c(221), &S::structure(c(222), &[S::leaf(c(223)), S::array(c(224), &S::leaf(c(225)))])) },
    ClassShape { class_id: 6, method: false, index: 4, input: S::leaf(c(226)), output: S::leaf(c(226)) },
    ClassShape { class_id: 6, method: true, index: 1, input: S::structure(c(227), &[S::leaf(c(42)), S::leaf(c(43))]), output: S::structure(c(227), &[S::leaf(c(42)), S::leaf(c(43))]) },
    ClassShape { class_id: 6, method: true, index: 2, input: S::structure(c(228), &[S::leaf(c(223)), S::array(c(224), &S::leaf(c(225)))]), output: S::structure(c(228), &[S::leaf(c(223)), S::array(c(224), &S::leaf(c(225)))]) },
    ClassShape { class_id: 6, method: true, index: 3, input: S::leaf(c(229)), output: S::leaf(c(229)) },
    ClassShape { class_id: 7, method: false, index: 2, input: S::array(c(230), &S::structure(c(231), &[S::leaf(c(232)), S::leaf(c(169))])), output: S::array(c(230), &S::structure(c(231), &[S::leaf(c(232)), S::leaf(c(169))])) },
    ClassShape { class_id: 7, method: false, index: 3, input: S::array(c(252), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))])), output: S::array(c(252), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))])) },
    ClassShape { class_id: 7, method: false, index: 4, input: S::leaf(c(253)), output: S::leaf(c(253)) },
    ClassShape { class_id: 7, method: false, index: 5, input: S::leaf(c(254)), output: S::leaf(c(254)) },
    ClassShape { class_id: 7, method: false, index: 6, input: S::structure(c(255), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), output: S::structure(c(255), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]) },
    ClassShape { class_id: 7, method: false, index: 7, input: S::leaf(c(256)), output: S::leaf(c(256)) },
    ClassShape { class_id: 7, method: false, index: 8, input: S::leaf(c(257)), output: S::leaf(c(257)) },
    ClassShape { class_id: 7, method: true, index: 1, input: S::leaf(c(211)), output: S::leaf(c(211)) },
    ClassShape { class_id: 7, method: true, index: 2, input: S::leaf(c(258)), output: S::leaf(c(258)) },
    ClassShape { class_id: 8, method: false, index: 2, input: S::leaf(c(259)), output: S::leaf(c(259)) },
    ClassShape { class_id: 8, method: false, index: 3, input: S::leaf(c(260)), output: S::leaf(c(260)) },
    ClassShape { class_id: 8, method: false, index: 4, input: S::leaf(c(261)), output: S::leaf(c(261)) },
    ClassShape { class_id: 8, method: false, index: 5, input: S::leaf(c(262)), output: S::leaf(c(262)) },
    ClassShape { class_id: 8, method: false, index: 6, input: S::leaf(c(263)), output: S::leaf(c(263)) },
    ClassShape { class_id: 8, method: false, index: 7, input: S::leaf(c(264)), output: S::leaf(c(264)) },
    ClassShape { class_id: 8, method: false, index: 8, input: S::leaf(c(265)), output: S::leaf(c(265)) },
    ClassShape { class_id: 8, method: false, index: 9, input: S::leaf(c(266)), output: S::leaf(c(266)) },
    ClassShape { class_id: 8, method: true, index: 1, input: S::leaf(c(267)), output: S::leaf(c(267)) },
    ClassShape { class_id: 8, method: true, index: 2, input: S::leaf(c(268)), output: S::leaf(c(268)) },
    ClassShape { class_id: 8, method: true, index: 3, input: S::leaf(c(269)), output: S::leaf(c(269)) },
    ClassShape { class_id: 8, method: true, index: 4, input: S::leaf(c(270)), output: S::leaf(c(270)) },
    ClassShape { class_id: 8, method: true, index: 5, input: S::structure(c(271), &[S::leaf(c(272)), S::leaf(c(273)), S::leaf(c(274))]), output: S::structure(c(271), &[S::leaf(c(272)), S::leaf(c(273)), S::leaf(c(274))]) },
    ClassShape { class_id: 8, method: true, index: 6, input: S::leaf(c(275)), output: S::leaf(c(275)) },
    ClassShape { class_id: 9, method: false, index: 2, input: S::array(c(276), &S::structure(c(277), &[S::leaf(c(278)), S::array(c(279), &S::structure(c(280), &[S::leaf(c(281)), S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(225)), S::leaf(c(282))]))])), output: S::array(c(276), &S::structure(c(277), &[S::leaf(c(278)), S::array(c(279), &S::structure(c(280), &[S::leaf(c(281)), S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(225)), S::leaf(c(282))]))])) },
    ClassShape { class_id: 9, method: true, index: 1, input: S::leaf(c(283)), output: S::leaf(c(283)) },
    ClassShape { class_id: 10, method: false, index: 2, input: S::array(c(284), &S::structure(c(80), &[S::leaf(c(225)), S::leaf(c(285)), S::leaf(c(286)), S::leaf(c(287)), S::leaf(c(288)), S::leaf(c(289)), S::leaf(c(290)), S::leaf(c(291)), S::leaf(c(292)), S::leaf(c(293))])), output: S::array(c(284), &S::structure(c(80), &[S::leaf(c(225)), S::leaf(c(285)), S::leaf(c(286)), S::leaf(c(287)), S::leaf(c(288)), S::leaf(c(289)), S::leaf(c(290)), S::leaf(c(291)), S::leaf(c(292)), S::leaf(c(293))])) },
    ClassShape { class_id: 10, method: true, index: 1, input: S::structure(c(294), &[S::leaf(c(295)), S::leaf(c(296)), S::leaf(c(297)), S::leaf(c(298))]), output: S::structure(c(294), &[S::leaf(c(295)), S::leaf(c(296)), S::leaf(c(297)), S::leaf(c(298))]) },
    ClassShape { class_id: 10, method: true, index: 2, input: S::structure(c(299), &[S::leaf(c(225)), S::leaf(c(285)), S::leaf(c(286)), S::leaf(c(287)), S::leaf(c(288)), S::leaf(c(289)), S::leaf(c(290)), S::leaf(c(291)), S::leaf(c(292)), S::leaf(c(293))]), output: S::structure(c(299), &[S::leaf(c(225)), S::leaf(c(285)), S::leaf(c(286)), S::leaf(c(287)), S::leaf(c(288)), S::leaf(c(289)), S::leaf(c(290)), S::leaf(c(291)), S::leaf(c(292)), S::leaf(c(293))]) },
    ClassShape { class_id: 10, method: true, index: 3, input: S::structure(c(300), &[S::leaf(c(301)), S::leaf(c(302))]), output: S::structure(c(300), &[S::leaf(c(301)), S::leaf(c(302))]) },
    ClassShape { class_id: 11, method: false, index: 2, input: S::array(c(284), &S::structure(c(14), &[S::leaf(c(225)), S::leaf(c(303)), S::leaf(c(304))])), output: S::array(c(284), &S::structure(c(14), &[S::leaf(c(225)), S::leaf(c(303)), S::leaf(c(304))])) },
    ClassShape { class_id: 11, method: true, index: 1, input: S::structure(c(299), &[S::leaf(c(225)), S::leaf(c(303)), S::leaf(c(304))]), output: S::structure(c(299), &[S::leaf(c(225)), S::leaf(c(303)), S::leaf(c(304))]) },
    ClassShape { class_id: 11, method: true, index: 2, input: S::leaf(c(300)), output: S::leaf(c(300)) },
    ClassShape { class_id: 18, method: false, index: 2, input: S::leaf(c(305)), output: S::leaf(c(305)) },
    ClassShape { class_id: 18, method: false, index: 3, input: S::leaf(c(306)), output: S::leaf(c(306)) },
    ClassShape { class_id: 18, method: false, index: 4, input: S::leaf(c(307)), output: S::leaf(c(307)) },
    ClassShape { class_id: 18, method: false, index: 5, input: S::leaf(c(308)), output: S::leaf(c(308)) },
    ClassShape { class_id: 18, method: false, index: 6, input: S::leaf(c(309)), output: S::leaf(c(309)) },
    ClassShape { class_id: 18, method: false, index: 7, input: S::array(c(310), &S::structure(c(311), &[S::leaf(c(312)), S::leaf(c(313)), S::leaf(c(314))])), output: S::array(c(310), &S::structure(c(311), &[S::leaf(c(312)), S::leaf(c(313)), S::leaf(c(314))])) },
    ClassShape { class_id: 20, method: false, index: 2, input: S::leaf(c(315)), output: S::leaf(c(315)) },
    ClassShape { class_id: 20, method: false, index: 3, input: S::array(c(316), &S::structure(c(6), &[S::leaf(c(317)), S::leaf(c(318)), S::leaf(c(319))])), output: S::array(c(316), &S::structure(c(6), &[S::leaf(c(317)), S::leaf(c(318)), S::leaf(c(319))])) },
    ClassShape { class_id: 20, method: false, index: 4, input: S::array(c(320), &S::structure(c(8), &[S::leaf(c(321)), S::leaf(c(322)), S::leaf(c(323)), S::leaf(c(324)), S::leaf(c(325)), S::leaf(c(326)), S::leaf(c(327)), S::leaf(c(328))])), output: S::array(c(320), &S::structure(c(8), &[S::leaf(c(321)), S::leaf(c(322)), S::leaf(c(323)), S::leaf(c(324)), S::leaf(c(325)), S::leaf(c(326)), S::leaf(c(327)), S::leaf(c(328))])) },
    ClassShape { class_id: 20, method: false, index: 5, input: S::array(c(329), &S::structure(c(10), &[S::leaf(c(304)), S::array(c(11), &S::structure(c(12), &[S::leaf(c(330)), S::leaf(c(286)), S::leaf(c(287))]))])), output: S::array(c(329), &S::structure(c(10), &[S::leaf(c(304)), S::array(c(11), &S::structure(c(12), &[S::leaf(c(330)), S::leaf(c(286)), S::leaf(c(287))]))])) },
    ClassShape { class_id: 20, method: false, index: 6, input: S::leaf(c(331)), output: S::leaf(c(331)) },
    ClassShape { class_id: 20, method: false, index: 7, input: S::array(c(332), &S::structure(c(6), &[S::leaf(c(317)), S::leaf(c(318)), S::leaf(c(319))])), output: S::array(c(332), &S::structure(c(6), &[S::leaf(c(317)), S::leaf(c(318)), S::leaf(c(319))])) },
    ClassShape { class_id: 20, method: false, index: 8, input: S::array(c(333), &S::structure(c(8), &[S::leaf(c(321)), S::leaf(c(322)), S::leaf(c(323)), S::leaf(c(324)), S::leaf(c(325)), S::leaf(c(326)), S::leaf(c(327)), S::leaf(c(328))])), output: S::array(c(333), &S::structure(c(8), &[S::leaf(c(321)), S::leaf(c(322)), S::leaf(c(323)), S::leaf(c(324)), S::leaf(c(325)), S::leaf(c(326)), S::leaf(c(327)), S::leaf(c(328))])) },
    ClassShape { class_id: 20, method: false, index: 9, input: S::array(c(334), &S::structure(c(10), &[S::leaf(c(304)), S::array(c(11), &S::structure(c(12), &[S::leaf(c(330)), S::leaf(c(286)), S::leaf(c(287))]))])), output: S::array(c(334), &S::structure(c(10), &[S::leaf(c(304)), S::array(c(11), &S::structure(c(12), &[S::leaf(c(330)), S::leaf(c(286)), S::leaf(c(287))]))])) },
    ClassShape { class_id: 20, method: false, index: 10, input: S::leaf(c(335)), output: S::leaf(c(335)) },
    ClassShape { class_id: 20, method: true, index: 1, input: S::leaf(c(336)), output: S::leaf(c(336)) },
    ClassShape { class_id: 21, method: false, index: 2, input: S::array(c(337), &S::leaf(c(338))), output: S::array(c(337), &S::leaf(c(338))) },
    ClassShape { class_id: 21, method: false, index: 3, input: S::structure(c(339), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44))]), output: S::structure(c(339), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44))]) },
    ClassShape { class_id: 21, method: false, index: 4, input: S::array(c(279), &S::structure(c(340), &[S::structure(c(341), &[S::leaf(c(286)), S::leaf(c(287))]), S::structure(c(342), &[S::leaf(c(286)), S::leaf(c(287))])])), output: S::array(c(279), &S::structure(c(340), &[S::structure(c(341), &[S::leaf(c(286)), S::leaf(c(287))]), S::structure(c(342), &[S::leaf(c(286)), S::leaf(c(287))])])) },
    ClassShape { class_id: 22, method: false, index: 2, input: S::structure(c(343), &[S::leaf(c(286)), S::leaf(c(287))]), output: S::structure(c(343), &[S::leaf(c(286)), S::leaf(c(287))]) },
    ClassShape { class_id: 22, method: false, index: 3, input: S::leaf(c(344)), output: S::leaf(c(344)) },
    ClassShape { class_id: 22, method: false, index: 4, input: S::array(c(345), &S::structure(c(346), &[S::leaf(c(154)), S::leaf(c(155))])), output: S::array(c(345), &S::structure(c(346), &[S::leaf(c(154)), S::leaf(c(155))])) },
    ClassShape { class_id: 30, method: false, index: 2, input: S::leaf(c(347)), output: S::leaf(c(347)) },
    ClassShape { class_id: 30, method: false, index: 3, input: S::array(c(348), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(c(49)), S::leaf(c(50))])])])), output: S::array(c(348), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(c(49)), S::leaf(c(50))])])])) },
    ClassShape { class_id: 30, method: true, index: 1, input: S::structure(c(39), &[S::array(c(40), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45)), S::structure(c(46), &[S::leaf(c(47)), S::structure(c(48), &[S::leaf(c(49)), S::leaf(c(50))])])])), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])]))]), output: S::structure(c(64), &[S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))]) },
    ClassShape { class_id: 40, method: false, index: 2, input: S::array(c(349), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))])), output: S::array(c(349), &S::structure(c(41), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))])) },
    ClassShape { class_id: 40, method: false, index: 3, input: S::structure(c(350), &[S::leaf(c(351)), S::leaf(c(352)), S::leaf(c(353))]), output: S::structure(c(350), &[S::leaf(c(351)), S::leaf(c(352)), S::leaf(c(353))]) },
    ClassShape { class_id: 40, method: false, index: 4, input: S::array(c(354), &S::structure(c(355), &[S::leaf(c(356)), S::leaf(c(357))])), output: S::array(c(354), &S::structure(c(355), &[S::leaf(c(356)), S::leaf(c(357))])) },
    ClassShape { class_id: 40, method: false, index: 5, input: S::leaf(c(358)), output: S::leaf(c(358)) },
    ClassShape { class_id: 40, method: false, index: 6, input: S::leaf(c(359)), output: S::leaf(c(359)) },
    ClassShape { class_id: 40, method: false, index: 7, input: S::leaf(c(360)), output: S::leaf(c(360)) },
    ClassShape { class_id: 40, method: true, index: 1, input: S::leaf(c(361)), output: S::leaf(c(361)) },
    ClassShape { class_id: 62, method: false, index: 2, input: S::leaf(c(362)), output: S::leaf(c(362)) },
    ClassShape { class_id: 62, method: false, index: 3, input: S::array(c(252), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))])), output: S::array(c(252), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))])) },
    ClassShape { class_id: 62, method: false, index: 4, input: S::leaf(c(363)), output: S::leaf(c(363)) },
    ClassShape { class_id: 62, method: false, index: 5, input: S::leaf(c(364)), output: S::leaf(c(364)) },
    ClassShape { class_id: 62, method: false, index: 6, input: S::leaf(c(365)), output: S::leaf(c(365)) },
    ClassShape { class_id: 62, method: true, index: 1, input: S::leaf(c(211)), output: S::leaf(c(211)) },
    ClassShape { class_id: 62, method: true, index: 2, input: S::leaf(c(258)), output: S::leaf(c(258)) },
    ClassShape { class_id: 64, method: false, index: 2, input: S::leaf(c(366)), output: S::leaf(c(366)) },
    ClassShape { class_id: 64, method: false, index: 3, input: S::leaf(c(367)), output: S::leaf(c(367)) },
    ClassShape { class_id: 64, method: false, index: 4, input: S::leaf(c(368)), output: S::leaf(c(368)) },
    ClassShape { class_id: 64, method: false, index: 5, input: S::leaf(c(369)), output: S::leaf(c(369)) },
    ClassShape { class_id: 70, method: false, index: 2, input: S::leaf(c(370)), output: S::leaf(c(370)) },
    ClassShape { class_id: 70, method: false, index: 3, input: S::leaf(c(371)), output: S::leaf(c(371)) },
    ClassShape { class_id: 70, method: false, index: 4, input: S::leaf(c(372)), output: S::leaf(c(372)) },
    ClassShape { class_id: 70, method: true, index: 1, input: S::leaf(c(373)), output: S::leaf(c(373)) },
    ClassShape { class_id: 70, method: true, index: 2, input: S::leaf(c(374)), output: S::leaf(c(374)) },
    ClassShape { class_id: 71, method: false, index: 2, input: S::structure(c(339), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44))]), output: S::structure(c(339), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44))]) },
    ClassShape { class_id: 71, method: false, index: 3, input: S::leaf(c(375)), output: S::leaf(c(375)) },
    ClassShape { class_id: 71, method: false, index: 4, input: S::leaf(c(376)), output: S::leaf(c(376)) },
    ClassShape { class_id: 71, method: false, index: 5, input: S::leaf(c(377)), output: S::leaf(c(377)) },
    ClassShape { class_id: 71, method: false, index: 6, input: S::leaf(c(378)), output: S::leaf(c(378)) },
    ClassShape { class_id: 71, method: false, index: 7, input: S::leaf(c(379)), output: S::leaf(c(379)) },
    ClassShape { class_id: 71, method: false, index: 8, input: S::structure(c(380), &[S::leaf(c(381)), S::leaf(c(382)), S::leaf(c(383))]), output: S::structure(c(380), &[S::leaf(c(381)), S::leaf(c(382)), S::leaf(c(383))]) },
    ClassShape { class_id: 71, method: false, index: 9, input: S::array(c(384), &S::leaf(c(385))), output: S::array(c(384), &S::leaf(c(385))) },
    ClassShape { class_id: 71, method: false, index: 10, input: S::leaf(c(386)), output: S::leaf(c(386)) },
    ClassShape { class_id: 71, method: false, index: 11, input: S::structure(c(279), &[S::structure(c(387), &[S::leaf(c(286)), S::leaf(c(287))]), S::structure(c(388), &[S::leaf(c(286)), S::leaf(c(287))])]), output: S::structure(c(279), &[S::structure(c(387), &[S::leaf(c(286)), S::leaf(c(287))]), S::structure(c(388), &[S::leaf(c(286)), S::leaf(c(287))])]) },
    ClassShape { class_id: 104, method: false, index: 2, input: S::leaf(c(389)), output: S::leaf(c(389)) },
    ClassShape { class_id: 104, method: false, index: 3, input: S::leaf(c(390)), output: S::leaf(c(390)) },
    ClassShape { class_id: 104, method: false, index: 4, input: S::array(c(391), &S::structure(c(166), &[S::leaf(c(392)), S::leaf(c(212)), S::leaf(c(393)), S::leaf(c(394)), S::leaf(c(395)), S::leaf(c(396)), S::leaf(c(397)), S::leaf(c(398)), S::leaf(c(399)), S::leaf(c(400)), S::leaf(c(401)), S::leaf(c(402)), S::leaf(c(403)), S::leaf(c(404))])), output: S::array(c(391), &S::structure(c(166), &[S::leaf(c(392)), S::leaf(c(212)), S::leaf(c(393)), S::leaf(c(394)), S::leaf(c(395)), S::leaf(c(396)), S::leaf(c(397)), S::leaf(c(398)), S::leaf(c(399)), S::leaf(c(400)), S::leaf(c(401)), S::leaf(c(402)), S::leaf(c(403)), S::leaf(c(404))])) },
    ClassShape { class_id: 104, method: true, index: 1, input: S::structure(c(405), &[S::leaf(c(406)), S::leaf(c(407)), S::leaf(c(408)), S::leaf(c(409))]), output: S::structure(c(405), &[S::leaf(c(406)), S::leaf(c(407)), S::leaf(c(408)), S::leaf(c(409))]) },
    ClassShape { class_id: 104, method: true, index: 2, input: S::leaf(c(410)), output: S::leaf(c(410)) },
    ClassShape { class_id: 104, method: true, index: 3, input: S::leaf(c(411)), output: S::leaf(c(411)) },
    ClassShape { class_id: 104, method: true, index: 4, input: S::leaf(c(412)), output: S::structure(c(412), &[S::leaf(c(413)), S::leaf(c(414)), S::array(c(160), &S::structure(c(161), &[S::leaf(c(415)), S::leaf(c(416))]))]) },
    ClassShape { class_id: 104, method: true, index: 5, input: S::structure(c(4), &[S::leaf(c(414)), S::array(c(2), &S::structure(c(3), &[S::leaf(c(415)), S::leaf(c(416))]))]), output: S::leaf(c(4)) },
    ClassShape { class_id: 111, method: false, index: 2, input: S::structure(c(417), &[S::leaf(c(418)), S::leaf(c(419))]), output: S::structure(c(417), &[S::leaf(c(418)), S::leaf(c(419))]) },
    ClassShape { class_id: 111, method: false, index: 3, input: S::leaf(c(420)), output: S::leaf(c(420)) },
    ClassShape { class_id: 111, method: false, index: 4, input: S::leaf(c(421)), output: S::leaf(c(421)) },
    ClassShape { class_id: 111, method: false, index: 5, input: S::leaf(c(422)), output: S::leaf(c(422)) },
    ClassShape { class_id: 111, method: false, index: 6, input: S::leaf(c(423)), output: S::leaf(c(423)) },
    ClassShape { class_id: 111, method: false, index: 7, input: S::leaf(c(424)), output: S::leaf(c(424)) },
    ClassShape { class_id: 111, method: false, index: 8, input: S::leaf(c(425)), output: S::leaf(c(425)) },
    ClassShape { class_id: 111, method: false, index: 9, input: S::array(c(426), &S::leaf(c(427))), output: S::array(c(426), &S::leaf(c(427))) },
    ClassShape { class_id: 111, method: false, index: 10, input: S::array(c(428), &S::leaf(c(429))), output: S::array(c(428), &S::leaf(c(429))) },
    ClassShape { class_id: 111, method: false, index: 11, input: S::array(c(430), &S::structure(c(31), &[S::leaf(c(32)), S::leaf(c(33)), S::leaf(c(34))])), output: S::array(c(430), &S::structure(c(31), &[S::leaf(c(32)), S::leaf(c(33)), S::leaf(c(34))])) },
    ClassShape { class_id: 111, method: false, index: 12, input: S::array(c(431), &S::structure(c(432), &[S::leaf(c(32)), S::leaf(c(433))])), output: S::array(c(431), &S::structure(c(432), &[S::leaf(c(32)), S::leaf(c(433))])) },
    ClassShape { class_id: 111, method: false, index: 13, input: S::leaf(c(434)), output: S::leaf(c(434)) },
    ClassShape { class_id: 111, method: false, index: 14, input: S::leaf(c(435)), output: S::leaf(c(435)) },
    ClassShape { class_id: 111, method: false, index: 15, input: S::structure(c(436), &[S::leaf(c(437)), S::leaf(c(438)), S::leaf(c(439))]), output: S::structure(c(436), &[S::leaf(c(437)), S::leaf(c(438)), S::leaf(c(439))]) },
    ClassShape { class_id: 111, method: false, index: 16, input: S::leaf(c(440)), output: S::leaf(c(440)) },
    ClassShape { class_id: 111, method: false, index: 17, input: S::leaf(c(441)), output: S::leaf(c(441)) },
    ClassShape { class_id: 111, method: false, index: 18, input: S::leaf(c(442)), output: S::leaf(c(442)) },
    ClassShape { class_id: 111, method: false, index: 19, input: S::leaf(c(443)), output: S::leaf(c(443)) },
    ClassShape { class_id: 111, method: true, index: 1, input: S::leaf(c(444)), output: S::leaf(c(444)) },
    ClassShape { class_id: 111, method: true, index: 2, input: S::leaf(c(445)), output: S::leaf(c(445)) },
    ClassShape { class_id: 111, method: true, index: 3, input: S::leaf(c(446)), output: S::leaf(c(446)) },
    ClassShape { class_id: 112, method: false, index: 2, input: S::leaf(c(447)), output: S::leaf(c(447)) },
    ClassShape { class_id: 112, method: false, index: 3, input: S::leaf(c(448)), output: S::leaf(c(448)) },
    ClassShape { class_id: 112, method: false, index: 4, input: S::leaf(c(449)), output: S::leaf(c(449)) },
    ClassShape { class_id: 112, method: false, index: 5, input: S::leaf(c(450)), output: S::leaf(c(450)) },
    ClassShape { class_id: 112, method: false, index: 6, input: S::leaf(c(451)), output: S::leaf(c(451)) },
    ClassShape { class_id: 112, method: false, index: 7, input: S::leaf(c(452)), output: S::leaf(c(452)) },
    ClassShape { class_id: 112, method: false, index: 8, input: S::leaf(c(453)), output: S::leaf(c(453)) },
    ClassShape { class_id: 112, method: false, index: 9, input: S::leaf(c(454)), output: S::leaf(c(454)) },
    ClassShape { class_id: 112, method: false, index: 10, input: S::leaf(c(455)), output: S::leaf(c(455)) },
    ClassShape { class_id: 112, method: false, index: 11, input: S::leaf(c(456)), output: S::leaf(c(456)) },
    ClassShape { class_id: 112, method: true, index: 1, input: S::leaf(c(283)), output: S::leaf(c(283)) },
    ClassShape { class_id: 112, method: true, index: 2, input: S::leaf(c(457)), output: S::leaf(c(457)) },
    ClassShape { class_id: 112, method: true, index: 3, input: S::leaf(c(458)), output: S::leaf(c(458)) },
    ClassShape { class_id: 113, method: false, index: 2, input: S::leaf(c(459)), output: S::leaf(c(459)) },
    ClassShape { class_id: 113, method: false, index: 3, input: S::leaf(c(460)), output: S::leaf(c(460)) },
    ClassShape { class_id: 113, method: false, index: 4, input: S::leaf(c(449)), output: S::leaf(c(449)) },
    ClassShape { class_id: 113, method: false, index: 5, input: S::structure(c(461), &[S::structure(c(24), &[S::leaf(c(462)), S::leaf(c(463))]), S::structure(c(25), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44))]), S::array(c(26), &S::structure(c(27), &[S::leaf(c(225)), S::leaf(c(464))]))]), output: S::structure(c(461), &[S::structure(c(24), &[S::leaf(c(462)), S::leaf(c(463))]), S::structure(c(25), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44))]), S::array(c(26), &S::structure(c(27), &[S::leaf(c(225)), S::leaf(c(464))]))]) },
    ClassShape { class_id: 113, method: false, index: 6, input: S::structure(c(465), &[S::structure(c(24), &[S::leaf(c(462)), S::leaf(c(463))]), S::structure(c(25), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44))]), S::array(c(26), &S::structure(c(27), &[S::leaf(c(225)), S::leaf(c(464))]))]), output: S::structure(c(465), &[S::structure(c(24), &[S::leaf(c(462)), S::leaf(c(463))]), S::structure(c(25), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44))]), S::array(c(26), &S::structure(c(27), &[S::leaf(c(225)), S::leaf(c(464))]))]) },
    ClassShape { class_id: 113, method: false, index: 7, input: S::leaf(c(466)), output: S::leaf(c(466)) },
    ClassShape { class_id: 113, method: false, index: 8, input: S::leaf(c(217)), output: S::leaf(c(217)) },
    ClassShape { class_id: 113, method: false, index: 9, input: S::leaf(c(467)), output: S::leaf(c(467)) },
    ClassShape { class_id: 113, method: false, index: 10, input: S::leaf(c(468)), output: S::leaf(c(468)) },
    ClassShape { class_id: 113, method: false, index: 11, input: S::leaf(c(469)), output: S::leaf(c(469)) },
    ClassShape { class_id: 113, method: false, index: 12, input: S::leaf(c(470)), output: S::leaf(c(470)) },
    ClassShape { class_id: 113, method: false, index: 13, input: S::leaf(c(471)), output: S::leaf(c(471)) },
    ClassShape { class_id: 113, method: true, index: 1, input: S::leaf(c(472)), output: S::leaf(c(472)) },
    ClassShape { class_id: 113, method: true, index: 2, input: S::leaf(c(473)), output: S::leaf(c(473)) },
    ClassShape { class_id: 113, method: true, index: 3, input: S::leaf(c(474)), output: S::leaf(c(474)) },
    ClassShape { class_id: 113, method: true, index: 4, input: S::leaf(c(283)), output: S::leaf(c(283)) },
    ClassShape { class_id: 113, method: true, index: 5, input: S::leaf(c(475)), output: S::leaf(c(475)) },
    ClassShape { class_id: 115, method: false, index: 2, input: S::leaf(c(476)), output: S::leaf(c(476)) },
    ClassShape { class_id: 115, method: false, index: 3, input: S::leaf(c(477)), output: S::leaf(c(477)) },
    ClassShape { class_id: 115, method: false, index: 4, input: S::array(c(478), &S::leaf(c(479))), output: S::array(c(478), &S::leaf(c(479))) },
    ClassShape { class_id: 115, method: false, index: 5, input: S::leaf(c(480)), output: S::leaf(c(480)) },
    ClassShape { class_id: 115, method: false, index: 6, input: S::structure(c(481), &[S::leaf(c(482)), S::leaf(c(483))]), output: S::structure(c(481), &[S::leaf(c(482)), S::leaf(c(483))]) },
    ClassShape { class_id: 115, method: true, index: 1, input: S::leaf(c(283)), output: S::leaf(c(283)) },
    ClassShape { class_id: 9000, method: false, index: 2, input: S::leaf(c(484)), output: S::leaf(c(484)) },
    ClassShape { class_id: 9000, method: false, index: 3, input: S::structure(c(485), &[S::leaf(c(209)), S::leaf(c(210))]), output: S::structure(c(485), &[S::leaf(c(209)), S::leaf(c(210))]) },
    ClassShape { class_id: 9000, method: false, index: 4, input: S::leaf(c(486)), output: S::leaf(c(486)) },
    ClassShape { class_id: 9000, method: false, index: 5, input: S::structure(c(487), &[S::leaf(c(209)), S::leaf(c(210))]), output: S::structure(c(487), &[S::leaf(c(209)), S::leaf(c(210))]) },
    ClassShape { class_id: 9000, method: false, index: 6, input: S::leaf(c(488)), output: S::leaf(c(488)) },
    ClassShape { class_id: 9000, method: true, index: 1, input: S::leaf(c(211)), output: S::leaf(c(211)) },
    ClassShape { class_id: 9000, method: true, index: 2, input: S::leaf(c(489)), output: S::leaf(c(489)) },
];

/// Parameters by selector.
#[rustfmt::skip]
pub static SELECTIONS: &[(u8, S)] = &[
    (1, S::structure(c(84), &[S::structure(c(85), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]), S::leaf(c(490)), S::leaf(c(491)), S::array(c(86), &S::structure(c(87), &[S::leaf(c(42)), S::leaf(c(43)), S::leaf(c(44)), S::leaf(c(45))]))])),
    (2, S::structure(c(492), &[S::leaf(c(493)), S::leaf(c(494)), S::leaf(c(495)), S::leaf(c(496))])),
];

/// Bodies of alerts by message code.
#[rustfmt::skip]
pub static ALERTS: &[(Option<u16>, S)] = &[
    (None, S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(500))])),
    (Some(0x1000), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499))])),
    (Some(0x1001), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499))])),
    (Some(0x0018), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::structure(c(412), &[S::leaf(i(38)), S::leaf(i(39)), S::array(c(160), &S::structure(c(161), &[S::leaf(i(40)), S::leaf(i(41))]))])])),
    (Some(0x0061), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::array(c(51), &S::structure(c(52), &[S::leaf(c(53)), S::structure(c(54), &[S::leaf(c(55)), S::leaf(c(56)), S::leaf(c(57)), S::leaf(c(58)), S::structure(c(59), &[S::leaf(c(60)), S::structure(c(61), &[S::leaf(c(62)), S::leaf(c(63))])])])])), S::leaf(c(65))])),
    (Some(0x0067), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(i(907)), S::leaf(i(908))])),
    (Some(0x00CC), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(501))])),
    (Some(0x00CE), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(502))])),
    (Some(0x00D5), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(503))])),
    (Some(0x00F0), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(504))])),
    (Some(0x0110), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(505))])),
    (Some(0x0111), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::structure(c(506), &[S::leaf(c(507)), S::leaf(c(508))])])),
    (Some(0x0112), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::structure(c(509), &[S::leaf(c(510)), S::leaf(c(511))])])),
    (Some(0x0113), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::structure(c(170), &[S::leaf(i(80)), S::leaf(i(81)), S::leaf(i(82)), S::leaf(i(83)), S::leaf(i(84)), S::leaf(i(85)), S::leaf(i(86)), S::leaf(i(87)), S::leaf(i(88)), S::leaf(i(89)), S::leaf(i(90)), S::leaf(i(91)), S::leaf(i(92)), S::leaf(i(93)), S::leaf(i(94))])])),
    (Some(0x0114), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(512))])),
    (Some(0x0115), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(513))])),
    (Some(0x0120), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(514))])),
    (Some(0x0121), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(i(266)), S::leaf(i(267)), S::leaf(i(268)), S::leaf(i(269))])),
    (Some(0x0122), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(i(270)), S::leaf(i(271))])),
    (Some(0x0123), S::structure(c(497), &[S::leaf(c(498)), S::leaf(c(499)), S::leaf(c(515))])),
];

/// Protected content of alerts by message code.
#[rustfmt::skip]
pub static PROTECTED_ALERTS: &[(u16, S)] = &[
    (0x0061, S::structure(c(65), &[S::array(c(96), &S::variants(c(97), &[&[S::leaf(i(889)), S::leaf(i(890)), S::leaf(i(891)), S::array(c(90), &S::leaf(i(892))), S::array(c(91), &S::leaf(i(893))), S::array(c(92), &S::leaf(i(894))), S::array(c(93), &S::leaf(i(895))), S::array(c(94), &S::leaf(i(896))), S::array(c(95), &S::leaf(i(897)))], &[S::leaf(i(889)), S::leaf(i(890)), S::array(c(90), &S::leaf(i(892))), S::array(c(92), &S::leaf(i(894))), S::array(c(93), &S::leaf(i(895))), S::array(c(94), &S::leaf(i(896))), S::array(c(95), &S::leaf(i(897)))]]))])),
];

/// Bits of the network operator's alert and event settings.
#[rustfmt::skip]
pub static SETTINGS_80: &[(u16, &str)] = &[
    (99, "0x809C Voltage sag ended, phase 3"),
    (100, "0x809B Voltage sag ended, phase 2"),
    (101, "0x809A Voltage sag ended, phase 1"),
    (102, "0x8099 Voltage sag ended"),
    (103, "0x8098 Extreme under-voltage ended, phase 3"),
    (104, "0x8097 Extreme under-voltage ended, phase 2"),
    (105, "0x8096 Extreme under-voltage ended, phase 1"),
    (106, "0x8095 Extreme under-voltage ended"),
    (107, "0x8094 Voltage swell ended, phase 3"),
    (108, "0x8093 Voltage swell ended, phase 2"),
    (109, "0x8092 Voltage swell ended, phase 1"),
    (110, "0x8091 Voltage swell ended"),
    (111, "0x8090 Extreme over-voltage ended, phase 3"),
    (112, "0x808F Extreme over-voltage ended, phase 2"),
    (113, "0x808E Extreme over-voltage ended, phase 1"),
    (114, "0x808D Extreme over-voltage ended"),
    (115, "0x808C Average under-voltage ended, phase 3"),
    (116, "0x808B Average under-voltage ended, phase 2"),
    (117, "0x808A Average under-voltage ended, phase 1"),
    (118, "0x8089 Average under-voltage ended"),
    (119, "0x8088 Average over-voltage ended, phase 3"),
    (120, "0x8087 Average over-voltage ended, phase 2"),
    (121, "0x8086 Average over-voltage ended, phase 1"),
    (122, "0x8085 Average over-voltage ended"),
    (142, "0x8071 GPF Device Log Changed"),
    (208, "0x802F Voltage sag started, phase 3"),
    (209, "0x802E Voltage sag started, phase 2"),
    (210, "0x802D Voltage sag started, phase 1"),
    (211, "0x802C Voltage sag started"),
    (212, "0x802B Extreme under-voltage started, phase 3"),
    (213, "0x802A Extreme under-voltage started, phase 2"),
    (214, "0x8029 Extreme under-voltage started, phase 1"),
    (215, "0x8028 Extreme under-voltage started"),
    (216, "0x8027 Voltage swell started, phase 3"),
    (217, "0x8026 Voltage swell started, phase 2"),
    (218, "0x8025 Voltage swell started, phase 1"),
    (219, "0x8024 Voltage swell started"),
    (220, "0x8023 Extreme over-voltage started, phase 3"),
    (221, "0x8022 Extreme over-voltage started, phase 2"),
    (222, "0x8021 Extreme over-voltage started, phase 1"),
    (223, "0x8020 Extreme over-voltage started"),
    (233, "0x8016 Over Current L2"),
    (234, "0x8015 Power Factor Threshold Ok"),
    (235, "0x8014 Power Factor Threshold Below"),
    (236, "0x8013 Over Current L3"),
    (238, "0x8011 Over Current L1"),
    (239, "0x8010 Over Current"),
    (246, "0x8009 Average under-voltage started, phase 3"),
    (247, "0x8008 Average under-voltage started, phase 2"),
    (248, "0x8007 Average under-voltage started, phase 1"),
    (249, "0x8006 Average under-voltage started"),
    (250, "0x8005 Average over-voltage started, phase 3"),
    (251, "0x8004 Average over-voltage started, phase 2"),
    (252, "0x8003 Average over-voltage started, phase 1"),
    (253, "0x8002 Average over-voltage started"),
];

/// Bits of the network operator's alert and event settings.
#[rustfmt::skip]
pub static MASK_AND_ACTIONS_80: &[(u16, &str)] = &[
    (99, "change 0x809C Voltage sag ended, phase 3"),
    (100, "change 0x809B Voltage sag ended, phase 2"),
    (101, "change 0x809A Voltage sag ended, phase 1"),
    (102, "change 0x8099 Voltage sag ended"),
    (103, "change 0x8098 Extreme under-voltage ended, phase 3"),
    (104, "change 0x8097 Extreme under-voltage ended, phase 2"),
    (105, "change 0x8096 Extreme under-voltage ended, phase 1"),
    (106, "change 0x8095 Extreme under-voltage ended"),
    (107, "change 0x8094 Voltage swell ended, phase 3"),
    (108, "change 0x8093 Voltage swell ended, phase 2"),
    (109, "change 0x8092 Voltage swell ended, phase 1"),
    (110, "change 0x8091 Voltage swell ended"),
    (111, "change 0x8090 Extreme over-voltage ended, phase 3"),
    (112, "change 0x808F Extreme over-voltage ended, phase 2"),
    (113, "change 0x808E Extreme over-voltage ended, phase 1"),
    (114, "change 0x808D Extreme over-voltage ended"),
    (115, "change 0x808C Average under-voltage ended, phase 3"),
    (116, "change 0x808B Average under-voltage ended, phase 2"),
    (117, "change 0x808A Average under-voltage ended, phase 1"),
    (118, "change 0x8089 Average under-voltage ended"),
    (119, "change 0x8088 Average over-voltage ended, phase 3"),
    (120, "change 0x8087 Average over-voltage ended, phase 2"),
    (121, "change 0x8086 Average over-voltage ended, phase 1"),
    (122, "change 0x8085 Average over-voltage ended"),
    (142, "change 0x8071 GPF Device Log Changed"),
    (208, "change 0x802F Voltage sag started, phase 3"),
    (209, "change 0x802E Voltage sag started, phase 2"),
    (210, "change 0x802D Voltage sag started, phase 1"),
    (211, "change 0x802C Voltage sag started"),
    (212, "change 0x802B Extreme under-voltage started, phase 3"),
    (213, "change 0x802A Extreme under-voltage started, phase 2"),
    (214, "change 0x8029 Extreme under-voltage started, phase 1"),
    (215, "change 0x8028 Extreme under-voltage started"),
    (216, "change 0x8027 Voltage swell started, phase 3"),
    (217, "change 0x8026 Voltage swell started, phase 2"),
    (218, "change 0x8025 Voltage swell started, phase 1"),
    (219, "change 0x8024 Voltage swell started"),
    (220, "change 0x8023 Extreme over-voltage started, phase 3"),
    (221, "change 0x8022 Extreme over-voltage started, phase 2"),
    (222, "change 0x8021 Extreme over-voltage started, phase 1"),
    (223, "change 0x8020 Extreme over-voltage started"),
    (233, "change 0x8016 Over Current L2"),
    (234, "change 0x8015 Power Factor Threshold Ok"),
    (235, "change 0x8014 Power Factor Threshold Below"),
    (236, "change 0x8013 Over Current L3"),
    (238, "change 0x8011 Over Current L1"),
    (239, "change 0x8010 Over Current"),
    (246, "change 0x8009 Average under-voltage started, phase 3"),
    (247, "change 0x8008 Average under-voltage started, phase 2"),
    (248, "change 0x8007 Average under-voltage started, phase 1"),
    (249, "change 0x8006 Average under-voltage started"),
    (250, "change 0x8005 Average over-voltage started, phase 3"),
    (251, "change 0x8004 Average over-voltage started, phase 2"),
    (252, "change 0x8003 Average over-voltage started, phase 1"),
    (253, "change 0x8002 Average over-voltage started"),
    (355, "on: 0x809C Voltage sag ended, phase 3"),
    (356, "on: 0x809B Voltage sag ended, phase 2"),
    (357, "on: 0x809A Voltage sag ended, phase 1"),
    (358, "on: 0x8099 Voltage sag ended"),
    (359, "on: 0x8098 Extreme under-voltage ended, phase 3"),
    (360, "on: 0x8097 Extreme under-voltage ended, phase 2"),
    (361, "on: 0x8096 Extreme under-voltage ended, phase 1"),
    (362, "on: 0x8095 Extreme under-voltage ended"),
    (363, "on: 0x8094 Voltage swell ended, phase 3"),
    (364, "on: 0x8093 Voltage swell ended, phase 2"),
    (365, "on: 0x8092 Voltage swell ended, phase 1"),
    (366, "on: 0x8091 Voltage swell ended"),
    (367, "on: 0x8090 Extreme over-voltage ended, phase 3"),
    (368, "on: 0x808F Extreme over-voltage ended, phase 2"),
    (369, "on: 0x808E Extreme over-voltage ended, phase 1"),
    (370, "on: 0x808D Extreme over-voltage ended"),
    (371, "on: 0x808C Average under-voltage ended, phase 3"),
    (372, "on: 0x808B Average under-voltage ended, phase 2"),
    (373, "on: 0x808A Average under-voltage ended, phase 1"),
    (374, "on: 0x8089 Average under-voltage ended"),
    (375, "on: 0x8088 Average over-voltage ended, phase 3"),
    (376, "on: 0x8087 Average over-voltage ended, phase 2"),
    (377, "on: 0x8086 Average over-voltage ended, phase 1"),
    (378, "on: 0x8085 Average over-voltage ended"),
    (398, "on: 0x8071 GPF Device Log Changed"),
    (464, "on: 0x802F Voltage sag started, phase 3"),
    (465, "on: 0x802E Voltage sag started, phase 2"),
    (466, "on: 0x802D Voltage sag started, phase 1"),
    (467, "on: 0x802C Voltage sag started"),
    (468, "on: 0x802B Extreme under-voltage started, phase 3"),
    (469, "on: 0x802A Extreme under-voltage started, phase 2"),
    (470, "on: 0x8029 Extreme under-voltage started, phase 1"),
    (471, "on: 0x8028 Extreme under-voltage started"),
    (472, "on: 0x8027 Voltage swell started, phase 3"),
    (473, "on: 0x8026 Voltage swell started, phase 2"),
    (474, "on: 0x8025 Voltage swell started, phase 1"),
    (475, "on: 0x8024 Voltage swell started"),
    (476, "on: 0x8023 Extreme over-voltage started, phase 3"),
    (477, "on: 0x8022 Extreme over-voltage started, phase 2"),
    (478, "on: 0x8021 Extreme over-voltage started, phase 1"),
    (479, "on: 0x8020 Extreme over-voltage started"),
    (489, "on: 0x8016 Over Current L2"),
    (490, "on: 0x8015 Power Factor Threshold Ok"),
    (491, "on: 0x8014 Power Factor Threshold Below"),
    (492, "on: 0x8013 Over Current L3"),
    (494, "on: 0x8011 Over Current L1"),
    (495, "on: 0x8010 Over Current"),
    (502, "on: 0x8009 Average under-voltage started, phase 3"),
    (503, "on: 0x8008 Average under-voltage started, phase 2"),
    (504, "on: 0x8007 Average under-voltage started, phase 1"),
    (505, "on: 0x8006 Average under-voltage started"),
    (506, "on: 0x8005 Average over-voltage started, phase 3"),
    (507, "on: 0x8004 Average over-voltage started, phase 2"),
    (508, "on: 0x8003 Average over-voltage started, phase 1"),
    (509, "on: 0x8002 Average over-voltage started"),
];

/// Bits of the supplier's alert and event settings.
#[rustfmt::skip]
pub static SETTINGS_81: &[(u16, &str)] = &[
    (57, "0x81C6 Clock not adjusted (outside tolerance)"),
    (58, "0x81C5 UTRN rejected as locked out"),
    (59, "0x81C4 UTRN Manual Entry Suspended"),
    (60, "0x81C3 Tilt Tamper"),
    (61, "0x81C2 Tilt Tamper Ended"),
    (62, "0x81C1 Terminal Cover Closed"),
    (63, "0x81C0 Supply Disconnect Failure (Valve or Load Switch)"),
    (64, "0x81BF Supply Disabled Then Armed - Uncontrolled Gas Flow Rate"),
    (65, "0x81BE Supply Disabled Then Locked - Supply Tamper State Cause"),
    (66, "0x81BD Supply Connect Failure (Valve or Load Switch)"),
    (67, "0x81BC Strong Magnetic Field Removed"),
    (68, "0x81BB Reverse Current"),
    (69, "0x81BA Request Tunnel Command Rejected"),
    (70, "0x81B9 Meter Cover Closed"),
    (71, "0x81B8 Incorrect Polarity"),
    (72, "0x81B7 Incorrect phase sequencing"),
    (73, "0x81B6 Flow Sensor Detects Reverse Flow of Gas"),
    (74, "0x81B5 Flow Sensor Detects Air in Gas Flow"),
    (75, "0x81B4 Excess Gas Flow Beyond Meter Capacity"),
    (76, "0x81B3 Error Watchdog"),
    (77, "0x81B2 Error Unexpected Hardware Reset"),
    (78, "0x81B1 Error RAM"),
    (79, "0x81B0 Error Program Storage"),
    (80, "0x81AF Error Program Execution"),
    (81, "0x81AE Error Non Volatile Memory"),
    (82, "0x81AD Error Metrology Firmware Verification Failure"),
    (83, "0x81AC Error Measurement Fault"),
    (84, "0x81AB Emergency Credit Activated"),
    (85, "0x81AA Emergency Credit Exhausted"),
    (86, "0x81A9 Debt Collection Completed - Payment Debt"),
    (87, "0x81A8 Debt Collection Completed - Time Debt 2"),
    (88, "0x81A7 Debt Collection Completed - Time Debt 1"),
    (89, "0x81A6 Customer Acknowledged Message on HAN Device"),
    (90, "0x81A5 Local (optical) port communication"),
    (91, "0x81A4 Close Tunnel Command Rejected"),
    (92, "0x81A3 CH Disconnected from ESME"),
    (93, "0x81A2 CH Connected to ESME"),
    (94, "0x81A1 Battery Cover Closed"),
    (95, "0x81A0 Smart Meter Integrity Issue - Warning"),
    (97, "0x819E Tap Off Message Response or Alert Failure"),
    (98, "0x819D GSME Command Not Retrieved"),
    (123, "0x8184 Valve tested"),
    (124, "0x8183 Device joined SMHAN"),
    (151, "0x8168 Supply Disabled then Armed - Activate Emergency Credit triggered"),
    (157, "0x8162 User interface command failed"),
    (158, "0x8161 User interface command done"),
    (170, "0x8155 Immediate HAN command failed"),
    (171, "0x8154 Immediate HAN command done"),
    (186, "0x8145 Clock adjusted (within tolerance)"),
    (206, "0x8131 Success changing or maintaining an auxiliary load switch state"),
    (229, "0x811A Failure changing or maintaining an auxiliary load switch state"),
    (230, "0x8119 Emergency Credit Has Become Available"),
    (241, "0x810E Credit Added Locally"),
    (242, "0x810D Combined Credit Below Low Credit Threshold"),
];

/// Bits of the supplier's alert and event settings.
#[rustfmt::skip]
pub static MASK_AND_ACTIONS_81: &[(u16, &str)] = &[
    (57, "change 0x81C6 Clock not adjusted (outside tolerance)"),
    (58, "change 0x81C5 UTRN rejected as locked out"),
    (59, "change 0x81C4 UTRN Manual Entry Suspended"),
    (60, "change 0x81C3 Tilt Tamper"),
    (61, "change 0x81C2 Tilt Tamper Ended"),
    (62, "change 0x81C1 Terminal Cover Closed"),
    (63, "change 0x81C0 Supply Disconnect Failure (Valve or Load Switch)"),
    (64, "change 0x81BF Supply Disabled Then Armed - Uncontrolled Gas Flow Rate"),
    (65, "change 0x81BE Supply Disabled Then Locked - Supply Tamper State Cause"),
    (66, "change 0x81BD Supply Connect Failure (Valve or Load Switch)"),
    (67, "change 0x81BC Strong Magnetic Field Removed"),
    (68, "change 0x81BB Reverse Current"),
    (69, "change 0x81BA Request Tunnel Command Rejected"),
    (70, "change 0x81B9 Meter Cover Closed"),
    (71, "change 0x81B8 Incorrect Polarity"),
    (72, "change 0x81B7 Incorrect phase sequencing"),
    (73, "change 0x81B6 Flow Sensor Detects Reverse Flow of Gas"),
    (74, "change 0x81B5 Flow Sensor Detects Air in Gas Flow"),
    (75, "change 0x81B4 Excess Gas Flow Beyond Meter Capacity"),
    (76, "change 0x81B3 Error Watchdog"),
    (77, "change 0x81B2 Error Unexpected Hardware Reset"),
    (78, "change 0x81B1 Error RAM"),
    (79, "change 0x81B0 Error Program Storage"),
    (80, "change 0x81AF Error Program Execution"),
    (81, "change 0x81AE Error Non Volatile Memory"),
    (82, "change 0x81AD Error Metrology Firmware Verification Failure"),
    (83, "change 0x81AC Error Measurement Fault"),
    (84, "change 0x81AB Emergency Credit Activated"),
    (85, "change 0x81AA Emergency Credit Exhausted"),
    (86, "change 0x81A9 Debt Collection Completed - Payment Debt"),
    (87, "change 0x81A8 Debt Collection Completed - Time Debt 2"),
    (88, "change 0x81A7 Debt Collection Completed - Time Debt 1"),
    (89, "change 0x81A6 Customer Acknowledged Message on HAN Device"),
    (90, "change 0x81A5 Local (optical) port communication"),
    (91, "change 0x81A4 Close Tunnel Command Rejected"),
    (92, "change 0x81A3 CH Disconnected from ESME"),
    (93, "change 0x81A2 CH Connected to ESME"),
    (94, "change 0x81A1 Battery Cover Closed"),
    (95, "change 0x81A0 Smart Meter Integrity Issue - Warning"),
    (97, "change 0x819E Tap Off Message Response or Alert Failure"),
    (98, "change 0x819D GSME Command Not Retrieved"),
    (123, "change 0x8184 Valve tested"),
    (124, "change 0x8183 Device joined SMHAN"),
    (151, "change 0x8168 Supply Disabled then Armed - Activate Emergency Credit triggered"),
    (157, "change 0x8162 User interface command failed"),
    (158, "change 0x8161 User interface command done"),
    (170, "change 0x8155 Immediate HAN command failed"),
    (171, "change 0x8154 Immediate HAN command done"),
    (186, "change 0x8145 Clock adjusted (within tolerance)"),
    (206, "change 0x8131 Success changing or maintaining an auxiliary load switch state"),
    (229, "change 0x811A Failure changing or maintaining an auxiliary load switch state"),
    (230, "change 0x8119 Emergency Credit Has Become Available"),
    (241, "change 0x810E Credit Added Locally"),
    (242, "change 0x810D Combined Credit Below Low Credit Threshold"),
    (313, "on: 0x81C6 Clock not adjusted (outside tolerance)"),
    (314, "on: 0x81C5 UTRN rejected as locked out"),
    (315, "on: 0x81C4 UTRN Manual Entry Suspended"),
    (316, "on: 0x81C3 Tilt Tamper"),
    (317, "on: 0x81C2 Tilt Tamper Ended"),
    (318, "on: 0x81C1 Terminal Cover Closed"),
    (319, "on: 0x81C0 Supply Disconnect Failure (Valve or Load Switch)"),
    (320, "on: 0x81BF Supply Disabled Then Armed - Uncontrolled Gas Flow Rate"),
    (321, "on: 0x81BE Supply Disabled Then Locked - Supply Tamper State Cause"),
    (322, "on: 0x81BD Supply Connect Failure (Valve or Load Switch)"),
    (323, "on: 0x81BC Strong Magnetic Field Removed"),
    (324, "on: 0x81BB Reverse Current"),
    (325, "on: 0x81BA Request Tunnel Command Rejected"),
    (326, "on: 0x81B9 Meter Cover Closed"),
    (327, "on: 0x81B8 Incorrect Polarity"),
    (328, "on: 0x81B7 Incorrect phase sequencing"),
    (329, "on: 0x81B6 Flow Sensor Detects Reverse Flow of Gas"),
    (330, "on: 0x81B5 Flow Sensor Detects Air in Gas Flow"),
    (331, "on: 0x81B4 Excess Gas Flow Beyond Meter Capacity"),
    (332, "on: 0x81B3 Error Watchdog"),
    (333, "on: 0x81B2 Error Unexpected Hardware Reset"),
    (334, "on: 0x81B1 Error RAM"),
    (335, "on: 0x81B0 Error Program Storage"),
    (336, "on: 0x81AF Error Program Execution"),
    (337, "on: 0x81AE Error Non Volatile Memory"),
    (338, "on: 0x81AD Error Metrology Firmware Verification Failure"),
    (339, "on: 0x81AC Error Measurement Fault"),
    (340, "on: 0x81AB Emergency Credit Activated"),
    (341, "on: 0x81AA Emergency Credit Exhausted"),
    (342, "on: 0x81A9 Debt Collection Completed - Payment Debt"),
    (343, "on: 0x81A8 Debt Collection Completed - Time Debt 2"),
    (344, "on: 0x81A7 Debt Collection Completed - Time Debt 1"),
    (345, "on: 0x81A6 Customer Acknowledged Message on HAN Device"),
    (346, "on: 0x81A5 Local (optical) port communication"),
    (347, "on: 0x81A4 Close Tunnel Command Rejected"),
    (348, "on: 0x81A3 CH Disconnected from ESME"),
    (349, "on: 0x81A2 CH Connected to ESME"),
    (350, "on: 0x81A1 Battery Cover Closed"),
    (351, "on: 0x81A0 Smart Meter Integrity Issue - Warning"),
    (353, "on: 0x819E Tap Off Message Response or Alert Failure"),
    (354, "on: 0x819D GSME Command Not Retrieved"),
    (379, "on: 0x8184 Valve tested"),
    (380, "on: 0x8183 Device joined SMHAN"),
    (407, "on: 0x8168 Supply Disabled then Armed - Activate Emergency Credit triggered"),
    (413, "on: 0x8162 User interface command failed"),
    (414, "on: 0x8161 User interface command done"),
    (426, "on: 0x8155 Immediate HAN command failed"),
    (427, "on: 0x8154 Immediate HAN command done"),
    (442, "on: 0x8145 Clock adjusted (within tolerance)"),
    (462, "on: 0x8131 Success changing or maintaining an auxiliary load switch state"),
    (485, "on: 0x811A Failure changing or maintaining an auxiliary load switch state"),
    (486, "on: 0x8119 Emergency Credit Has Become Available"),
    (497, "on: 0x810E Credit Added Locally"),
    (498, "on: 0x810D Combined Credit Below Low Credit Threshold"),
];
